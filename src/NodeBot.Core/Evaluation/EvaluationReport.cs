using System.Text.Json;

namespace NodeBot.Core.Evaluation;

/// <summary>How good the answers to a set of questions are. Shares are between 0 and 1; a declined answerable question counts as not found.</summary>
public sealed record EvaluationReport(
    int Answerable,
    int Unanswerable,
    double RecallAt1,
    double RecallAt3,
    double Mrr,
    double FalseDeclines,
    double Declined,
    double LatencyP50Ms,
    double LatencyP95Ms,
    IReadOnlyList<EvaluationMiss> Misses)
{
    public string ToJson() => JsonSerializer.Serialize(this, EvaluationJson.Default.EvaluationReport);
}
