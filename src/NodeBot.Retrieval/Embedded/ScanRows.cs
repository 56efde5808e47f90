using NodeBot.Core.Knowledge;

namespace NodeBot.Retrieval.Embedded;

/// <summary>How scores are laid out in rows: passages, their texts and questions passage by passage, neighbouring questions last.</summary>
/// <param name="Passages">Those that are scored.</param>
/// <param name="QuestionStarts">Questions of passage p are the rows from <c>[p]</c> to before <c>[p + 1]</c>.</param>
/// <param name="TextStarts">The same of texts.</param>
/// <param name="Facts">For each passage's question the place of the fact that it asks for, or -1.</param>
/// <param name="NeighbourTopics">For each neighbouring question the place of its topic.</param>
/// <param name="Topics">The topics.</param>
internal sealed record ScanRows(
    IReadOnlyList<Passage> Passages,
    int[] QuestionStarts,
    int[] TextStarts,
    int[] Facts,
    int[] NeighbourTopics,
    IReadOnlyList<NeighbouringTopic> Topics)
{
    /// <summary>How many questions the passages answer; the rows after them are neighbouring ones.</summary>
    public int Anticipated => QuestionStarts[^1];

    public int QuestionCount => Anticipated + NeighbourTopics.Length;

    public int TextCount => TextStarts[^1];

    /// <returns>The rows of a few passages beside the same neighbouring questions.</returns>
    public ScanRows Of(IReadOnlyList<ScoreCard> cards)
    {
        var questions = new int[cards.Count + 1];
        var texts = new int[cards.Count + 1];
        for (var i = 0; i < cards.Count; i++)
        {
            questions[i + 1] = questions[i] + cards[i].Facts.Length;
            texts[i + 1] = texts[i] + cards[i].TextCount;
        }

        var facts = new int[questions[^1]];
        for (var i = 0; i < cards.Count; i++)
            cards[i].Facts.CopyTo(facts, questions[i]);
        return new ScanRows([.. cards.Select(card => card.Passage)], questions, texts, facts, NeighbourTopics, Topics);
    }

    /// <returns>The passage that a row of its questions belongs to.</returns>
    public int PassageOf(int question)
    {
        int low = 0, high = Passages.Count;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (QuestionStarts[middle] <= question)
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
