namespace NodeBot.Core.Retrieval;

/// <summary>A logistic model over standardised signals.</summary>
/// <param name="Weights">One for each signal.</param>
/// <param name="Means">Subtracted from each signal first.</param>
/// <param name="Scales">Each signal is divided by this; never 0.</param>
/// <param name="Bias">Added to the sum.</param>
public sealed record LogisticModel(
    IReadOnlyList<double> Weights,
    IReadOnlyList<double> Means,
    IReadOnlyList<double> Scales,
    double Bias)
{
    /// <returns>Between 0 and 1.</returns>
    public double Probability(IReadOnlyList<double> signals)
    {
        var sum = Bias;
        for (var i = 0; i < Weights.Count; i++)
            sum += Weights[i] * (signals[i] - Means[i]) / Scales[i];
        return Sigmoid(sum);
    }

    /// <returns>The sum of products.</returns>
    public static double Dot(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Count; i++)
            sum += left[i] * right[i];
        return sum;
    }

    public static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));
}
