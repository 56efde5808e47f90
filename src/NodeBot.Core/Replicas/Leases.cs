namespace NodeBot.Core.Replicas;

/// <summary>What only one of several replicas may do at a time.</summary>
public abstract class Leases
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
}
