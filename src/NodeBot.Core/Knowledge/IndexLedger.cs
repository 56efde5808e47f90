using NodeBot.Core.Replicas;

namespace NodeBot.Core.Knowledge;

/// <summary>Who brings a shared index up to date, and how far it is.</summary>
public abstract class IndexLedger : Leases
{
    /// <returns>Sequence number of the last change that an index holds; null when it is not known here.</returns>
    public abstract Task<long?> PositionAsync(string index, CancellationToken cancellation);

    /// <summary>Says that an index holds all changes up to this one. A position never goes back.</summary>
    public abstract Task AdvanceAsync(string index, long sequence, CancellationToken cancellation);

    /// <summary>Forgets an index that was deleted.</summary>
    public abstract Task ForgetAsync(string index, CancellationToken cancellation);
}
