namespace NodeBot.Core.Retrieval;

/// <summary>What speaks for and against the knowledge holding an answer at all.</summary>
public sealed record EvidenceSignals
{
    /// <summary>Fused score of the best passage.</summary>
    public double TopScore { get; init; }

    /// <summary>Its distance to the second-best passage.</summary>
    public double Margin { get; init; }

    /// <summary>Cosine of the best anticipated question.</summary>
    public double BestQuestion { get; init; }

    /// <summary>Cosine of the nearest neighbouring question, one that the knowledge does not answer.</summary>
    public double BestNeighbour { get; init; }

    /// <summary>Share of anticipated questions among the nearest questions of both kinds, by vectors, weighted by nearness.</summary>
    public double DenseVote { get; init; }

    /// <summary>The same by words.</summary>
    public double SparseVote { get; init; }

    /// <summary>TF-IDF cosine of the best anticipated question.</summary>
    public double BestQuestionWords { get; init; }

    /// <summary>TF-IDF cosine of the nearest neighbouring question.</summary>
    public double BestNeighbourWords { get; init; }

    /// <summary>Share of the question's terms, weighted by idf, that stand in the best passage.</summary>
    public double Coverage { get; init; }

    /// <summary>Share of the question's terms, weighted by idf, that stand in no passage and in no question.</summary>
    public double Unknown { get; init; }

    /// <summary>1 when words and vectors agree on the best passage, else 0.</summary>
    public double Agreement { get; init; }

    /// <summary>Mean log-odds of the question's terms between anticipated and neighbouring questions (naive Bayes).</summary>
    public double TermOdds { get; init; }

    /// <summary>Log-odds of the question's vector between anticipated and neighbouring questions (a linear probe); 0 without an embedder.</summary>
    public double VectorOdds { get; init; }

    /// <summary>Natural logarithm of 1 + the number of terms.</summary>
    public double Length { get; init; }

    /// <returns>The values in the order of the evidence model's weights, with the two differences that matter most.</returns>
    public double[] ToVector() =>
    [
        TopScore, Margin, BestQuestion, BestNeighbour, BestQuestion - BestNeighbour, DenseVote, SparseVote,
        BestQuestionWords, BestNeighbourWords, BestQuestionWords - BestNeighbourWords,
        Coverage, Unknown, Agreement, TermOdds, VectorOdds, Length,
    ];
}
