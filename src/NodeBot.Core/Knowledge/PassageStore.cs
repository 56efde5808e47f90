using System.Runtime.CompilerServices;

namespace NodeBot.Core.Knowledge;

/// <summary>
/// The passages that were added to the shipped knowledge. The database behind it is the truth, indexes are derived: each change
/// is written together with its entry in the outbox, in one transaction, and numbered in the order of the commits.
/// </summary>
public abstract class PassageStore
{
    /// <summary>Adds a passage, or replaces the one of the same id.</summary>
    /// <returns>The change's sequence number.</returns>
    public abstract Task<long> PutAsync(Passage passage, CancellationToken cancellation);

    /// <summary>Removes a passage; its text is gone from the database at once.</summary>
    /// <returns>The change's sequence number, or null when there is no such passage.</returns>
    public abstract Task<long?> RemoveAsync(string id, CancellationToken cancellation);

    /// <returns>The passage, or null when there is none of that id.</returns>
    public abstract Task<Passage?> FindAsync(string id, CancellationToken cancellation);

    /// <param name="afterId">The last id of the page before; null for the first page.</param>
    /// <param name="limit">Length of a page.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Passages that are there, ordered by id.</returns>
    public abstract Task<IReadOnlyList<StoredPassage>> PageAsync(string? afterId, int limit, CancellationToken cancellation);

    /// <param name="pageSize">How many are read at once.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>All passages that are there, ordered by id, read page by page.</returns>
    public async IAsyncEnumerable<StoredPassage> AllAsync(int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? last = null;
        while (await PageAsync(last, pageSize, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var stored in page)
                yield return stored;
            last = page[^1].Id;
        }
    }

    /// <param name="sequence">Changes after this one.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The entries of the outbox, oldest first, each with the present state of its passage (which may be newer).</returns>
    public abstract Task<IReadOnlyList<PassageChange>> ChangesAfterAsync(long sequence, int limit, CancellationToken cancellation);

    /// <returns>Sequence number of the last change; 0 when there was none.</returns>
    public abstract Task<long> LatestAsync(CancellationToken cancellation);

    /// <returns>How many passages there are.</returns>
    public abstract Task<int> CountAsync(CancellationToken cancellation);
}
