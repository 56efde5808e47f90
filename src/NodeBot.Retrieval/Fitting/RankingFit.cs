using NodeBot.Core.Retrieval;

namespace NodeBot.Retrieval.Fitting;

/// <summary>Fits the mix of a passage's signals: conditional logit over the candidates of each question, by gradient ascent.</summary>
internal static class RankingFit
{
    private const int Iterations = 3000;
    private const double LearningRate = 8;
    private const double L2 = 0.0001;

    /// <param name="questions">For each question, its candidates' signals and whether each answers it; questions without an answering candidate teach nothing.</param>
    public static RankingModel Fit(IReadOnlyList<IReadOnlyList<(double[] Signals, bool Answers)>> questions)
    {
        var taught = questions.Where(candidates => candidates.Any(candidate => candidate.Answers)).ToList();
        var size = default(PassageSignals).ToVector().Length;
        var weights = Enumerable.Repeat(1.0, size).ToArray();
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var gradient = new double[size];
            foreach (var candidates in taught)
                AddGradient(candidates, weights, gradient);
            for (var i = 0; i < size; i++)
                weights[i] = Math.Max(0, weights[i] + (LearningRate * ((gradient[i] / Math.Max(1, taught.Count)) - (L2 * weights[i]))));
        }

        return new RankingModel(weights);
    }

    // Gradient of log(sum over answering candidates of their softmax probability).
    private static void AddGradient(IReadOnlyList<(double[] Signals, bool Answers)> candidates, double[] weights, double[] gradient)
    {
        var model = new RankingModel(weights);
        var logits = candidates.Select(candidate => model.Score(candidate.Signals)).ToArray();
        var highest = logits.Max();
        double all = 0, answering = 0;
        for (var c = 0; c < logits.Length; c++)
        {
            logits[c] = Math.Exp(logits[c] - highest);
            all += logits[c];
            if (candidates[c].Answers)
                answering += logits[c];
        }

        for (var c = 0; c < logits.Length; c++)
        {
            var pull = (candidates[c].Answers ? logits[c] / answering : 0) - (logits[c] / all);
            for (var i = 0; i < gradient.Length; i++)
                gradient[i] += pull * candidates[c].Signals[i];
        }
    }
}
