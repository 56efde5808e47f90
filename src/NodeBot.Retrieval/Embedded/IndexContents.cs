using NodeBot.Core.Knowledge;

namespace NodeBot.Retrieval.Embedded;

/// <summary>
/// What of the knowledge is searched, laid out in rows: passages that can be cited, their questions passage by passage
/// (neighbouring questions last), and texts with the passage each speaks for. A note is searched as part of what it is about.
/// </summary>
internal sealed class IndexContents
{
    public IndexContents(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        Passages = [.. knowledge.Passages.Where(passage => passage.About.Count == 0)];
        var questions = new List<IndexedQuestion>();
        var questionStarts = new int[Passages.Count + 1];
        var textStarts = new int[Passages.Count + 1];
        var texts = new List<string>();
        for (var p = 0; p < Passages.Count; p++)
        {
            AddPassage(Passages[p], knowledge.NotesAbout(Passages[p].Id), questions, texts);
            questionStarts[p + 1] = questions.Count;
            textStarts[p + 1] = texts.Count;
        }

        for (var topic = 0; topic < knowledge.Neighbours.Count; topic++)
        {
            foreach (var question in knowledge.Neighbours[topic].Questions)
                questions.Add(new IndexedQuestion(question, null, topic));
        }

        Questions = questions;
        Texts = texts;
        var facts = questions.Take(questionStarts[^1]).Select(question => question.Place).ToArray();
        Rows = new ScanRows(Passages, questionStarts, textStarts, facts, [.. questions.Skip(facts.Length).Select(question => question.Place)], knowledge.Neighbours);
    }

    public KnowledgeBase Knowledge { get; }

    public IReadOnlyList<Passage> Passages { get; }

    public IReadOnlyList<IndexedQuestion> Questions { get; }

    /// <summary>The titles and texts, passage by passage, each followed by its notes.</summary>
    public IReadOnlyList<string> Texts { get; }

    public ScanRows Rows { get; }

    /// <summary>Lays out one passage with its notes.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="notes">Those about it.</param>
    /// <param name="questions">Takes its questions.</param>
    /// <param name="texts">Takes its texts.</param>
    public static void AddPassage(Passage passage, IReadOnlyList<Passage> notes, List<IndexedQuestion> questions, List<string> texts)
    {
        texts.Add($"{passage.Title}. {passage.Text}");
        for (var f = 0; f < passage.Facts.Count; f++)
        {
            // A question for the whole text asks for no fact of its own.
            var place = passage.Facts[f].Evidence.Length > 0 ? f : IndexedQuestion.WholeText;
            foreach (var question in passage.Facts[f].Questions)
                questions.Add(new IndexedQuestion(question.Text, question.Language, place));
        }

        foreach (var note in notes)
        {
            texts.Add($"{note.Title}. {note.Text}");
            foreach (var question in note.Facts.SelectMany(fact => fact.Questions))
                questions.Add(new IndexedQuestion(question.Text, question.Language, IndexedQuestion.WholeText));
        }
    }
}
