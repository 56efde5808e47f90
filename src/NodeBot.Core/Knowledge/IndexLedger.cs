namespace NodeBot.Core.Knowledge;

/// <summary>Who brings a shared index up to date, and how far it is.</summary>
public abstract class IndexLedger
{
    /// <summary>Takes or prolongs a lease: of several replicas, one holds it.</summary>
    /// <param name="name">What is leased.</param>
    /// <param name="holder">Who asks; unique for each process.</param>
    /// <param name="duration">From now; a holder that dies loses the lease after this time.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Whether the lease is held now.</returns>
    public abstract Task<bool> TryLeaseAsync(string name, string holder, TimeSpan duration, CancellationToken cancellation);

    /// <summary>Gives a lease back, so that the next need not wait for its end.</summary>
    public abstract Task ReleaseAsync(string name, string holder, CancellationToken cancellation);

    /// <returns>Sequence number of the last change that an index holds; null when it is not known here.</returns>
    public abstract Task<long?> PositionAsync(string index, CancellationToken cancellation);

    /// <summary>Says that an index holds all changes up to this one. A position never goes back.</summary>
    public abstract Task AdvanceAsync(string index, long sequence, CancellationToken cancellation);

    /// <summary>Forgets an index that was deleted.</summary>
    public abstract Task ForgetAsync(string index, CancellationToken cancellation);
}
