using System.Diagnostics.Metrics;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Figures on the shared index, under the meter <c>NodeBot.Retrieval</c>.</summary>
public sealed class RetrievalMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "NodeBot.Retrieval";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _fallbacks;
    private readonly Counter<long> _applied;
    private readonly Counter<long> _failures;
    private long _lagChanges;
    private double _lagSeconds;

    public RetrievalMetrics()
    {
        _fallbacks = _meter.CreateCounter<long>("nodebot.index.fallbacks", "{search}", "Searches that the embedded copy answered because Qdrant did not");
        _applied = _meter.CreateCounter<long>("nodebot.index.applied", "{change}", "Changes of the knowledge that were written to Qdrant");
        _failures = _meter.CreateCounter<long>("nodebot.index.failures", "{attempt}", "Attempts to write changes to Qdrant that failed");
        _meter.CreateObservableGauge("nodebot.index.lag", () => Interlocked.Read(ref _lagChanges), "{change}", "Changes that are in the database and not yet in Qdrant");
        _meter.CreateObservableGauge("nodebot.index.lag.age", () => Volatile.Read(ref _lagSeconds), "s", "Age of the oldest of them");
    }

    public void Dispose() => _meter.Dispose();

    internal void ObserveDegraded(Func<bool> degraded) =>
        _meter.CreateObservableGauge("nodebot.index.degraded", () => degraded() ? 1 : 0, "1", "1 while answers come from the embedded copy");

    internal void CountFallback() => _fallbacks.Add(1);

    internal void CountApplied(long changes) => _applied.Add(changes);

    internal void CountFailure() => _failures.Add(1);

    /// <param name="changes">How many changes wait.</param>
    /// <param name="age">Of the oldest.</param>
    internal void ReportLag(long changes, TimeSpan age)
    {
        Interlocked.Exchange(ref _lagChanges, changes);
        Volatile.Write(ref _lagSeconds, Math.Max(0, age.TotalSeconds));
    }
}
