namespace NodeBot.Core.Retrieval;

/// <summary>Fusion: a weighted sum of calibrated signals, its weights fitted by cross-validation. Rank fusion was measured to do worse.</summary>
/// <param name="Weights">One for each value of <see cref="PassageSignals.ToVector"/>.</param>
public sealed record RankingModel(IReadOnlyList<double> Weights)
{
    /// <returns>A logit: softmax over the candidates of one question gives their probabilities.</returns>
    public double Score(PassageSignals signals) => Score(signals.ToVector());

    /// <inheritdoc cref="Score(PassageSignals)"/>
    public double Score(IReadOnlyList<double> signals) => LogisticModel.Dot(Weights, signals);
}
