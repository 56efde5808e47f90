using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>The collections that were made for an alias of ours.</summary>
internal static class OwnCollections
{
    /// <returns>Names and identities, newest first; collections of others are never among them.</returns>
    /// <exception cref="QdrantException">Qdrant could not be asked.</exception>
    public static async Task<IReadOnlyList<(string Name, IndexIdentity Identity)>> ListAsync(QdrantClient client, string alias, CancellationToken cancellation)
    {
        var list = await client.CollectionsAsync(cancellation).ConfigureAwait(false);
        if (!list.Ok)
            throw new QdrantException($"Qdrant failed: {list.Failure.Message}");
        var own = new List<(string, IndexIdentity Identity)>();
        foreach (var name in list.Value.Collections.Select(collection => collection.Name).Where(name => name.StartsWith(alias + "-", StringComparison.Ordinal)))
        {
            var info = await client.CollectionAsync(name, cancellation).ConfigureAwait(false);
            if (info.Ok && IndexInspector.Identity(info.Value) is { } identity && identity.Alias == alias)
                own.Add((name, identity));
        }

        return [.. own.OrderByDescending(pair => pair.Identity.Created)];
    }
}
