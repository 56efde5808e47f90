using NodeBot.Core.Knowledge;

namespace NodeBot;

/// <summary>Joins the passages that were added to the shipped knowledge.</summary>
internal static class AddedKnowledge
{
    private const int Page = 500;

    /// <returns>The shipped knowledge with all passages of the database.</returns>
    public static async Task<KnowledgeBase> WithAsync(KnowledgeBase shipped, PassageStore store, CancellationToken cancellation)
    {
        var added = new List<Passage>();
        string? last = null;
        while (await store.PageAsync(last, Page, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
        {
            added.AddRange(page.Select(stored => stored.Passage!));
            last = page[^1].Id;
        }

        return added.Count == 0 ? shipped : new KnowledgeBase([.. shipped.Passages, .. added], shipped.Neighbours, shipped.Aliases);
    }
}
