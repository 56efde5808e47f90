using CsCheck;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Tests.Retrieval;

public sealed class FusionTests
{
    private static readonly Gen<double> Share = Gen.Double[0, 1];

    private static readonly Gen<PassageSignals> Signals =
        Gen.Select(Share, Share, Share, Share, Share, Share, (a, b, c, d, e, f) => new PassageSignals(a, b, c, d, e, f, a, b, c));

    private static readonly Gen<RankingModel> Models = Gen.Double[0, 20].Array[9].Select(weights => new RankingModel(weights));

    [Fact]
    public void More_of_any_signal_never_lowers_a_passage() =>
        Gen.Select(Models, Signals, Gen.Double[0, 1]).Sample((model, signals, more) =>
            model.Score(signals with { Bm25 = signals.Bm25 + more }) >= model.Score(signals)
            && model.Score(signals with { BestQuestion = signals.BestQuestion + more }) >= model.Score(signals)
            && model.Score(signals with { Text = signals.Text + more }) >= model.Score(signals));

    [Fact]
    public void A_probability_is_between_0_and_1_whatever_the_signals() =>
        Gen.Double[-1e6, 1e6].Array[3].Sample(signals =>
            new LogisticModel([1, -2, 0.5], [0, 1, 2], [1, 0.1, 10], 0.3).Probability(signals) is >= 0 and <= 1);

    [Fact]
    public void A_calibration_read_again_is_the_same()
    {
        var calibration = new Calibration("m", new RankingModel([1, 2.5]), new LogisticModel([0.1], [0.2], [0.3], -4), 0.47);
        var again = Calibration.FromJson(calibration.ToJson());
        again.ToJson().ShouldBe(calibration.ToJson());
        again.Ranking.Weights.ShouldBe([1, 2.5]);
    }
}
