using NodeBot.Core.Retrieval;

namespace NodeBot.Retrieval.Fitting;

/// <summary>Logistic regression with L2 on standardised signals, both classes counting the same in all, by gradient ascent.</summary>
internal static class LogisticFit
{
    private const int Iterations = 3000;
    private const double LearningRate = 0.5;
    private const double L2 = 0.01;

    public static LogisticModel Fit(IReadOnlyList<(double[] Signals, bool Answerable)> examples)
    {
        var size = examples[0].Signals.Length;
        var means = new double[size];
        var scales = new double[size];
        for (var i = 0; i < size; i++)
        {
            means[i] = examples.Average(example => example.Signals[i]);
            var variance = examples.Average(example => Math.Pow(example.Signals[i] - means[i], 2));
            scales[i] = variance < 1e-12 ? 1 : Math.Sqrt(variance);
        }

        var standard = examples.Select(example => example.Signals.Select((value, i) => (value - means[i]) / scales[i]).ToArray()).ToArray();
        var positives = Math.Max(1, examples.Count(example => example.Answerable));
        var negatives = Math.Max(1, examples.Count - positives);
        var weights = new double[size];
        var bias = 0.0;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var gradient = new double[size];
            var biasGradient = 0.0;
            for (var e = 0; e < standard.Length; e++)
            {
                var label = examples[e].Answerable;
                var error = ((label ? 1 : 0) - LogisticModel.Sigmoid(LogisticModel.Dot(weights, standard[e]) + bias)) * 0.5 / (label ? positives : negatives);
                for (var i = 0; i < size; i++)
                    gradient[i] += error * standard[e][i];
                biasGradient += error;
            }

            for (var i = 0; i < size; i++)
                weights[i] += LearningRate * (gradient[i] - (L2 * weights[i]));
            bias += LearningRate * biasGradient;
        }

        return new LogisticModel(weights, means, scales, bias);
    }
}
