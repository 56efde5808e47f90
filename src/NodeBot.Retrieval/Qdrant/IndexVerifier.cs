using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Compares an index with the shipped knowledge and the database, passage by passage.</summary>
internal sealed class IndexVerifier(QdrantClient client, PassageStore store, PointMaker points)
{
    private const int Page = 1000;

    /// <returns>One line for each difference; empty when there is none.</returns>
    /// <exception cref="QdrantException">Qdrant could not be asked.</exception>
    public async Task<IReadOnlyList<string>> CompareAsync(string collection, CancellationToken cancellation)
    {
        var expected = points.Shipped.ToDictionary(passage => passage.Id, points.HashOfShipped, StringComparer.Ordinal);
        await foreach (var stored in store.AllAsync(Page, cancellation).ConfigureAwait(false))
            expected[stored.Id] = PassageHash.Of(stored.Passage!, []);

        var differences = new List<string>();
        Guid? offset = null;
        do
        {
            var scroll = await client.ScrollAsync(collection, new ScrollPoints(Page, offset, Filter.Where(Condition.Is("status", PointPayload.Approved)), ["id", "hash", "version", "status"]), cancellation).ConfigureAwait(false);
            if (!scroll.Ok)
                throw new QdrantException($"Qdrant failed: {scroll.Failure.Message}");
            foreach (var payload in scroll.Value.Points.Select(point => point.Payload).OfType<PointPayload>())
            {
                if (!expected.Remove(payload.Id, out var hash))
                    differences.Add($"{payload.Id} is in the index and should not be");
                else if (hash != payload.Hash)
                    differences.Add($"{payload.Id} differs in the index");
            }

            offset = scroll.Value.NextPageOffset;
        }
        while (offset is not null);
        differences.AddRange(expected.Keys.Select(id => $"{id} is missing in the index"));
        return differences;
    }
}
