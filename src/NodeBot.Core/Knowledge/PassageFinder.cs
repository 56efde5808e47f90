using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Knowledge;

/// <summary>Finds a passage by its id, shipped or added.</summary>
/// <param name="shipped">The shipped knowledge.</param>
/// <param name="added">The passages that were added; null where there is no database.</param>
public sealed class PassageFinder(KnowledgeBase shipped, PassageStore? added)
{
    /// <param name="id">The passage's id.</param>
    /// <param name="scope">Who asks: a community's own passages are found by its members alone.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The passage; null when there is none, or none for this scope.</returns>
    public async ValueTask<Passage?> FindAsync(string id, SearchScope scope, CancellationToken cancellation)
    {
        if (shipped.Find(id) is { } passage)
            return passage;
        var stored = added is null ? null : await added.FindAsync(id, cancellation).ConfigureAwait(false);
        return stored is not null && scope.Shows(stored.Community) ? stored : null;
    }
}
