using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Dense;
using NodeBot.Retrieval.Sparse;

namespace NodeBot.Retrieval.Embedded;

/// <summary>Makes score cards: of all passages of an index, or of one passage that came from elsewhere.</summary>
internal sealed class ScoreCardMaker(IndexContents contents, SparseSide sparse, DenseSide? dense)
{
    /// <returns>A card for each passage, in their order.</returns>
    public IReadOnlyList<ScoreCard> MakeAll()
    {
        var rows = contents.Rows;
        var words = new Dictionary<uint, float>[contents.Passages.Count];
        var questionWords = new Dictionary<uint, List<(int, float)>>[contents.Passages.Count];
        for (var p = 0; p < words.Length; p++)
            (words[p], questionWords[p]) = ([], []);
        foreach (var (term, passage, weight) in sparse.Passages.Postings())
            words[passage][TermHash.Of(term)] = weight;
        foreach (var (term, question, weight) in sparse.Questions.Postings())
        {
            if (question >= rows.Anticipated)
                continue;
            var passage = rows.PassageOf(question);
            Add(questionWords[passage], TermHash.Of(term), question - rows.QuestionStarts[passage], weight);
        }

        return
        [
            .. Enumerable.Range(0, words.Length).Select(p => new ScoreCard(
                contents.Passages[p],
                rows.Facts[rows.QuestionStarts[p]..rows.QuestionStarts[p + 1]],
                rows.TextStarts[p + 1] - rows.TextStarts[p],
                words[p],
                Close(questionWords[p]),
                Vectors(p),
                dense?.PassageProbe(p))),
        ];
    }

    /// <param name="passage">The passage.</param>
    /// <param name="notes">Those about it.</param>
    /// <param name="vectors">Of its texts and its questions, in that order; empty without an embedder.</param>
    /// <param name="knowledge">Weighs its words.</param>
    public static ScoreCard Make(Passage passage, IReadOnlyList<Passage> notes, IReadOnlyList<float[]> vectors, IndexedKnowledge knowledge)
    {
        var (questions, texts, words, units) = knowledge.Weigh(passage, notes);
        var questionWords = new Dictionary<uint, List<(int, float)>>();
        for (var q = 0; q < units.Count; q++)
        {
            for (var t = 0; t < units[q].Terms.Length; t++)
                Add(questionWords, TermHash.Of(units[q].Terms[t]), q, units[q].Weights[t]);
        }

        return new ScoreCard(
            passage,
            [.. questions.Select(question => question.Place)],
            texts.Count,
            words.Terms.Zip(words.Weights).GroupBy(pair => TermHash.Of(pair.First)).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Second)),
            Close(questionWords),
            vectors.Count > 0 ? VectorTable.From(vectors[0].Length, vectors) : null,
            null);
    }

    private VectorTable? Vectors(int p)
    {
        if (dense is null)
            return null;
        var rows = contents.Rows;
        var texts = Enumerable.Range(rows.TextStarts[p], rows.TextStarts[p + 1] - rows.TextStarts[p]).Select(row => dense.Texts.Row(row).ToArray());
        var questions = Enumerable.Range(rows.QuestionStarts[p], rows.QuestionStarts[p + 1] - rows.QuestionStarts[p]).Select(row => dense.Questions.Row(row).ToArray());
        return VectorTable.From(dense.Texts.Dimension, [.. texts, .. questions]);
    }

    private static void Add(Dictionary<uint, List<(int, float)>> words, uint term, int question, float weight)
    {
        if (!words.TryGetValue(term, out var list))
            words.Add(term, list = []);
        list.Add((question, weight));
    }

    private static Dictionary<uint, (int Question, float Weight)[]> Close(Dictionary<uint, List<(int, float)>> words) =>
        words.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
}
