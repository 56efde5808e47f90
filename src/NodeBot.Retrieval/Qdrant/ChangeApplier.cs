using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>
/// Writes changes of the knowledge from the outbox into a collection, in their order. Each write carries its version and is only
/// done over an older one, so that writes may be repeated, and come late, without harm.
/// </summary>
internal sealed class ChangeApplier(QdrantClient client, PassageStore store, PointMaker points)
{
    private const int Batch = 100;

    /// <param name="collection">Where to.</param>
    /// <param name="position">Changes after this one.</param>
    /// <param name="advance">Told after each batch that is safely in: the sequence number of its last change.</param>
    /// <param name="cancellation">Stops between two changes.</param>
    /// <returns>Sequence number of the last change that is in.</returns>
    /// <exception cref="QdrantException">A write failed; what was told to <paramref name="advance"/> is in.</exception>
    public async Task<long> ApplyAsync(string collection, long position, Func<long, Task> advance, CancellationToken cancellation)
    {
        while (await store.ChangesAfterAsync(position, Batch, cancellation).ConfigureAwait(false) is { Count: > 0 } changes)
        {
            // Each entry brings the passage's present state: of several entries for one passage, one is enough.
            foreach (var state in changes.Select(change => change.State).DistinctBy(state => state.Id, StringComparer.Ordinal))
            {
                var point = await points.MakeAsync(state, cancellation).ConfigureAwait(false);
                await WriteAsync(client, collection, new UpsertPoints([point], Filter.Where(Condition.LessThan("version", state.Version))), cancellation).ConfigureAwait(false);
            }

            position = changes[^1].Sequence;
            await advance(position).ConfigureAwait(false);
        }

        return position;
    }

    /// <exception cref="QdrantException">The write failed.</exception>
    public static async Task WriteAsync(QdrantClient client, string collection, UpsertPoints upsert, CancellationToken cancellation)
    {
        var written = await client.UpsertAsync(collection, upsert, cancellation).ConfigureAwait(false);
        if (!written.Ok)
            throw new QdrantException($"Qdrant did not take a change: {written.Failure.Message}.");
        if (written.Value.Status is not "completed")
            throw new QdrantException($"Qdrant only answered \"{written.Value.Status}\" to a change that was to be waited for.");
    }
}
