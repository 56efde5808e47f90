using NodeBot.Core.Evaluation;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Embedded;

namespace NodeBot.Retrieval.Fitting;

/// <summary>Fits the mix and the evidence check on tuning questions, which are not in the index, by k-fold cross-validation.</summary>
internal sealed class Calibrator(IndexedKnowledge knowledge, string embedder)
{
    /// <summary>The share of answerable questions that cross-validation may decline.</summary>
    public const double FalseDeclineTarget = 0.015;

    private const int Folds = 5;

    private static readonly int EvidenceCount = new EvidenceSignals().ToVector().Length;

    private static readonly LogisticModel Undecided =
        new(new double[EvidenceCount], new double[EvidenceCount], [.. Enumerable.Repeat(1.0, EvidenceCount)], 0);

    /// <returns>What fitting starts from: all signals weigh alike, nothing is declined.</returns>
    public static Calibration Start(string embedder) =>
        new(embedder, new RankingModel([.. Enumerable.Repeat(1.0, default(PassageSignals).ToVector().Length)]), Undecided, 0);

    /// <param name="answerable">Questions made ready, with the phrases that answer them.</param>
    /// <param name="unanswerable">Questions made ready that nothing answers.</param>
    public (Calibration Calibration, FitReport Report) Fit(
        IReadOnlyList<(Question Question, IReadOnlyList<string> Evidence)> answerable,
        IReadOnlyList<Question> unanswerable)
    {
        var start = Under(Start(embedder));
        var candidates = answerable.Select(item => Candidates(start, item)).ToList();

        var probabilities = new List<(double Probability, bool Answerable)>();
        var ranks = new List<int>();
        for (var fold = 0; fold < Folds; fold++)
            CrossValidate(fold, answerable, unanswerable, candidates, ranks, probabilities);

        var ranking = RankingFit.Fit(candidates);
        var evidence = LogisticFit.Fit(Examples(ranking, answerable, unanswerable));
        var threshold = Threshold(probabilities);
        return (new Calibration(embedder, ranking, evidence, threshold), Report(ranks, probabilities, threshold));
    }

    private void CrossValidate(
        int fold,
        IReadOnlyList<(Question Question, IReadOnlyList<string> Evidence)> answerable,
        IReadOnlyList<Question> unanswerable,
        IReadOnlyList<IReadOnlyList<(double[] Signals, bool Answers)>> candidates,
        List<int> ranks,
        List<(double Probability, bool Answerable)> probabilities)
    {
        bool Held(int i) => i % Folds == fold;
        var ranking = RankingFit.Fit([.. candidates.Where((_, i) => !Held(i))]);
        foreach (var held in candidates.Where((_, i) => Held(i)))
        {
            var ordered = held.OrderByDescending(candidate => ranking.Score(candidate.Signals)).ToList();
            ranks.Add(ordered.FindIndex(candidate => candidate.Answers));
        }

        var model = LogisticFit.Fit(Examples(ranking, [.. answerable.Where((_, i) => !Held(i))], [.. unanswerable.Where((_, i) => !Held(i))]));
        foreach (var (signals, label) in Examples(ranking, [.. answerable.Where((_, i) => Held(i))], [.. unanswerable.Where((_, i) => Held(i))]))
            probabilities.Add((model.Probability(signals), label));
    }

    private List<(double[] Signals, bool Answerable)> Examples(
        RankingModel ranking,
        IReadOnlyList<(Question Question, IReadOnlyList<string> Evidence)> answerable,
        IReadOnlyList<Question> unanswerable)
    {
        var index = Under(Start(embedder) with { Ranking = ranking });
        return
        [
            .. answerable.Select(item => (index.Search(item.Question, 1, SearchScope.Everyone).Evidence.ToVector(), true)),
            .. unanswerable.Select(question => (index.Search(question, 1, SearchScope.Everyone).Evidence.ToVector(), false)),
        ];
    }

    private static IReadOnlyList<(double[] Signals, bool Answers)> Candidates(IndexedKnowledge index, (Question Question, IReadOnlyList<string> Evidence) item) =>
        [.. index.Search(item.Question, int.MaxValue, SearchScope.Everyone).Hits.Select(hit => (hit.Signals.ToVector(), EvaluationSet.Holds(hit.Passage.Text, item.Evidence)))];

    private IndexedKnowledge Under(Calibration calibration) => knowledge.With(new CalibrationPair(calibration, calibration));

    private static double Threshold(List<(double Probability, bool Answerable)> probabilities)
    {
        var answerable = probabilities.Where(item => item.Answerable).Select(item => item.Probability).Order().ToList();
        return answerable[(int)(FalseDeclineTarget * answerable.Count)];
    }

    private static FitReport Report(List<int> ranks, List<(double Probability, bool Answerable)> probabilities, double threshold)
    {
        var inside = probabilities.Where(item => item.Answerable).Select(item => item.Probability).ToList();
        var outside = probabilities.Where(item => !item.Answerable).Select(item => item.Probability).ToList();
        var wins = inside.Sum(p => outside.Count(q => q < p) + (0.5 * outside.Count(q => q.Equals(p))));
        return new FitReport(
            inside.Count,
            outside.Count,
            ranks.Count(rank => rank == 0) / (double)ranks.Count,
            ranks.Count(rank => rank is >= 0 and < 3) / (double)ranks.Count,
            wins / inside.Count / outside.Count,
            inside.Count(p => p < threshold) / (double)inside.Count,
            outside.Count(p => p < threshold) / (double)outside.Count,
            threshold);
    }
}
