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
        var starts = new int[Passages.Count + 1];
        var texts = new List<(int, string)>();
        for (var p = 0; p < Passages.Count; p++)
        {
            AddPassage(p, questions, texts);
            starts[p + 1] = questions.Count;
        }

        for (var topic = 0; topic < knowledge.Neighbours.Count; topic++)
        {
            foreach (var question in knowledge.Neighbours[topic].Questions)
                questions.Add(new IndexedQuestion(question, null, IndexedQuestion.Neighbour, topic));
        }

        Questions = questions;
        QuestionStarts = starts;
        Texts = texts;
    }

    public KnowledgeBase Knowledge { get; }

    public IReadOnlyList<Passage> Passages { get; }

    public IReadOnlyList<IndexedQuestion> Questions { get; }

    /// <summary>Questions of passage p are those from <c>[p]</c> to before <c>[p + 1]</c>; neighbouring ones follow the last.</summary>
    public IReadOnlyList<int> QuestionStarts { get; }

    /// <summary>How many questions the knowledge answers; the rest are neighbouring ones.</summary>
    public int Anticipated => QuestionStarts[^1];

    public IReadOnlyList<(int Passage, string Text)> Texts { get; }

    private void AddPassage(int p, List<IndexedQuestion> questions, List<(int, string)> texts)
    {
        var passage = Passages[p];
        texts.Add((p, $"{passage.Title}. {passage.Text}"));
        for (var f = 0; f < passage.Facts.Count; f++)
        {
            foreach (var question in passage.Facts[f].Questions)
                questions.Add(new IndexedQuestion(question.Text, question.Language, p, f));
        }

        foreach (var note in Knowledge.NotesAbout(passage.Id))
        {
            texts.Add((p, $"{note.Title}. {note.Text}"));
            foreach (var question in note.Facts.SelectMany(fact => fact.Questions))
                questions.Add(new IndexedQuestion(question.Text, question.Language, p, -1));
        }
    }
}
