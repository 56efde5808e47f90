namespace NodeBot.Core.Jurisdictions;

/// <summary>Keeps which channels follow which countries, and what was posted there last.</summary>
public abstract class JurisdictionFollows
{
    /// <summary>Adds one, or replaces the one of the same id.</summary>
    public abstract Task PutAsync(Follow follow, CancellationToken cancellation);

    /// <summary>Ends everything about a country in a channel.</summary>
    /// <returns>How many were ended.</returns>
    public abstract Task<int> RemoveAsync(string community, string channel, string country, CancellationToken cancellation);

    /// <returns>A community's, in the order of channel and country.</returns>
    public abstract Task<IReadOnlyList<Follow>> OfAsync(string community, CancellationToken cancellation);

    /// <param name="now">Summaries whose time has come, and</param>
    /// <param name="hashes">changes of entries whose hash is none of these, the present ones.</param>
    /// <param name="limit">How many at the most; those that wait longest come first.</param>
    /// <param name="cancellation">Ends the work.</param>
    public abstract Task<IReadOnlyList<Follow>> DueAsync(DateTimeOffset now, IReadOnlyCollection<string> hashes, int limit, CancellationToken cancellation);

    /// <summary>Notes what became of a post. One that was ended or replaced meanwhile stays as it is.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="after">As it is now.</param>
    /// <param name="cancellation">Ends the work.</param>
    public abstract Task NoteAsync(Follow before, Follow after, CancellationToken cancellation);
}
