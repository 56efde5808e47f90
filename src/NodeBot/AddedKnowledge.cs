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
        await foreach (var stored in store.AllAsync(Page, cancellation).ConfigureAwait(false))
            added.Add(stored.Passage!);

        return added.Count == 0 ? shipped : new KnowledgeBase([.. shipped.Passages, .. added], shipped.Neighbours, shipped.Aliases);
    }
}
