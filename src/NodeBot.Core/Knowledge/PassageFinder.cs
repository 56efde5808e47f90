using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Knowledge;

/// <summary>Finds a passage by its id, shipped or added.</summary>
/// <param name="shipped">The shipped knowledge.</param>
/// <param name="added">Gives the passages that were added, once their database is open; null where there is none.</param>
public sealed class PassageFinder(KnowledgeBase shipped, Func<Task<PassageStore>>? added)
{
    /// <param name="id">The passage's id.</param>
    /// <param name="scope">Who asks: a community's own passages are found by its members alone.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The passage; null when there is none, or none for this scope.</returns>
    public async ValueTask<Passage?> FindAsync(string id, SearchScope scope, CancellationToken cancellation)
    {
        if (shipped.Find(id) is { } passage)
            return passage;
        if (added is null)
            return null;
        var store = await added().WaitAsync(cancellation).ConfigureAwait(false);
        var stored = await store.FindAsync(id, cancellation).ConfigureAwait(false);
        return stored is not null && scope.Shows(stored.Community) ? stored : null;
    }
}
