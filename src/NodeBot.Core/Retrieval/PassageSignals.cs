namespace NodeBot.Core.Retrieval;

/// <summary>What speaks for one passage; each value is between about 0 and 1, dense ones are 0 without an embedder.</summary>
/// <param name="BestQuestion">Cosine of the best anticipated question's vector.</param>
/// <param name="TopQuestions">Mean cosine of its three best anticipated questions.</param>
/// <param name="Text">Cosine of the passage's own vector.</param>
/// <param name="Bm25">BM25 over the fields, divided by the most that these query terms could earn.</param>
/// <param name="BestQuestionWords">TF-IDF cosine of the best anticipated question.</param>
/// <param name="Coverage">Share of the question's terms, weighted by idf, that stand in the passage or its questions.</param>
/// <param name="DenseVote">Share of its questions among the nearest anticipated questions by vectors, weighted by nearness.</param>
/// <param name="SparseVote">The same by words.</param>
/// <param name="Probe">How likely a linear probe on the question's vector thinks it that the question is one of the passage's own.</param>
public readonly record struct PassageSignals(
    double BestQuestion,
    double TopQuestions,
    double Text,
    double Bm25,
    double BestQuestionWords,
    double Coverage,
    double DenseVote,
    double SparseVote,
    double Probe)
{
    /// <returns>The values in the order of <see cref="RankingModel.Weights"/>.</returns>
    public double[] ToVector() => [BestQuestion, TopQuestions, Text, Bm25, BestQuestionWords, Coverage, DenseVote, SparseVote, Probe];
}
