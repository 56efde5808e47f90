using NodeBot.Retrieval.Fitting;

namespace NodeBot.Retrieval.Tests.Fitting;

public sealed class FittingTests
{
    [Fact]
    public void Ranking_gives_weight_to_the_signal_that_tells_and_none_to_noise()
    {
        var random = new Random(1);
        var questions = Enumerable.Range(0, 60).Select(_ => (IReadOnlyList<(double[], bool)>)
            [.. Enumerable.Range(0, 5).Select(i => (new[] { i == 0 ? 0.8 : 0.4, random.NextDouble(), 0, 0, 0, 0, 0, 0, 0 }, i == 0))]).ToList();
        var model = RankingFit.Fit(questions);
        model.Weights[0].ShouldBeGreaterThan(5 * Math.Abs(model.Weights[1]));
    }

    [Fact]
    public void A_logistic_fit_tells_two_kinds_apart()
    {
        var random = new Random(1);
        var examples = Enumerable.Range(0, 200).Select(i => (new[] { (i % 2) + (random.NextDouble() * 0.5), random.NextDouble() }, i % 2 == 1)).ToList();
        var model = LogisticFit.Fit(examples);
        model.Probability([1.2, 0.5]).ShouldBeGreaterThan(0.9);
        model.Probability([0.2, 0.5]).ShouldBeLessThan(0.1);
    }
}
