using Microsoft.Extensions.Logging;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>
/// Keeps the index in Qdrant up to date: of several replicas, the one that holds the lease makes the index where there is none,
/// brings in the shipped knowledge of its version, and applies changes from the outbox.
/// </summary>
internal sealed partial class IndexWorker(
    QdrantClient client,
    QdrantOptions options,
    PassageStore store,
    IndexLedger ledger,
    PointMaker points,
    IndexIdentity wanted,
    RetrievalMetrics metrics,
    TimeProvider time,
    ILogger<IndexWorker> logger)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly string _holder = Guid.NewGuid().ToString("N");
    private readonly ChangeApplier _applier = new(client, store, points);
    private string? _synced;
    private string? _lastFailure;

    private string LeaseName => "apply:" + options.Collection;

    /// <summary>Works until cancelled; failures are logged, counted, and tried again with growing pauses.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var pause = Poll;
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var worked = await TryRoundAsync(cancellation).ConfigureAwait(false);
                pause = worked ? Poll : pause * 2 < LongestPause ? pause * 2 : LongestPause;
                await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Asked to stop.
        }
        finally
        {
            await ReleaseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>One look at what is to be done, and doing it.</summary>
    /// <returns>Whether nothing failed.</returns>
    public async Task<bool> TryRoundAsync(CancellationToken cancellation)
    {
        try
        {
            if (await ledger.TryLeaseAsync(LeaseName, _holder, Lease, cancellation).ConfigureAwait(false))
                await RoundAsync(cancellation).ConfigureAwait(false);
            else
                _synced = null;
            if (_lastFailure is not null)
                Mended(logger);
            _lastFailure = null;
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            metrics.CountFailure();
            var reason = e is QdrantException ? e.Message : $"The database or the embedder failed ({e.GetType().Name}).";
            if (reason != _lastFailure)
                Failed(logger, reason);
            _lastFailure = reason;
            await ReportLagAsync(null, cancellation).ConfigureAwait(false);
            return false;
        }
    }

    // The next replica then need not wait for the lease to end, which it does by itself.
    private async Task ReleaseAsync()
    {
        try
        {
            await ledger.ReleaseAsync(LeaseName, _holder, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Failed(logger, $"The lease could not be given back ({e.GetType().Name}).");
        }
    }

    private async Task RoundAsync(CancellationToken cancellation)
    {
        var finding = await new IndexInspector(client, options, wanted).LookAsync(cancellation).ConfigureAwait(false);
        if (finding.State == IndexState.Missing)
        {
            var (made, _) = await new IndexBuilder(client, options, store, ledger, points, wanted, time).RunAsync(progress: null, cancellation).ConfigureAwait(false);
            Made(logger, made);
            return;
        }

        if (finding is not { State: IndexState.Usable, Collection: { } collection, Identity: { } identity })
            throw new QdrantException(finding.Message);
        if (_synced != collection)
            await SyncShippedAsync(collection, identity, cancellation).ConfigureAwait(false);
        _synced = collection;
        var before = await ledger.PositionAsync(collection, cancellation).ConfigureAwait(false) ?? identity.From;
        await ReportLagAsync(before, cancellation).ConfigureAwait(false);
        var after = await _applier.ApplyAsync(collection, before, position => AdvanceAsync(collection, position, cancellation), cancellation).ConfigureAwait(false);
        if (after > before)
            await ReportLagAsync(after, cancellation).ConfigureAwait(false);
    }

    private async Task AdvanceAsync(string collection, long position, CancellationToken cancellation)
    {
        var before = await ledger.PositionAsync(collection, cancellation).ConfigureAwait(false) ?? 0;
        await ledger.AdvanceAsync(collection, position, cancellation).ConfigureAwait(false);
        metrics.CountApplied(position - before);
        if (!await ledger.TryLeaseAsync(LeaseName, _holder, Lease, cancellation).ConfigureAwait(false))
            throw new QdrantException("Another replica took over the work on the index.");
    }

    // Another version of NodeBot ships other knowledge: what differs is written, what it no longer ships is taken out.
    private async Task SyncShippedAsync(string collection, IndexIdentity identity, CancellationToken cancellation)
    {
        if (identity.Knowledge == wanted.Knowledge)
            return;
        var shipped = points.Shipped.ToDictionary(passage => passage.Id, StringComparer.Ordinal);
        var stale = new List<Guid>();
        Guid? offset = null;
        do
        {
            var filter = Filter.Where(Condition.AtMost("version", 0), Condition.Is("status", PointPayload.Approved));
            var page = await client.ScrollAsync(collection, new ScrollPoints(100, offset, filter, ["id", "hash", "version", "status"]), cancellation).ConfigureAwait(false);
            if (!page.Ok)
                throw new QdrantException($"Qdrant failed: {page.Failure.Message}.");
            foreach (var point in page.Value.Points)
            {
                if (!shipped.TryGetValue(point.Payload!.Id, out var passage))
                    stale.Add(point.Id);
                else if (points.HashOfShipped(passage) == point.Payload.Hash)
                    shipped.Remove(passage.Id);
            }

            offset = page.Value.NextPageOffset;
        }
        while (offset is not null);

        foreach (var passage in shipped.Values)
            await ChangeApplier.WriteAsync(client, collection, new UpsertPoints([points.MakeShipped(passage)], null), cancellation).ConfigureAwait(false);
        var removed = stale.Count == 0 || (await client.DeleteAsync(collection, new DeletePoints(Filter.Where(Condition.IdIn([.. stale]))), cancellation).ConfigureAwait(false)).Ok;
        if (!removed || !(await client.PatchCollectionAsync(collection, new PatchCollection(CollectionLayout.Metadata(identity with { Knowledge = wanted.Knowledge })), cancellation).ConfigureAwait(false)).Ok)
            throw new QdrantException("Qdrant did not take the shipped knowledge whole.");
        Synced(logger, shipped.Count, stale.Count);
    }

    private async Task ReportLagAsync(long? position, CancellationToken cancellation)
    {
        try
        {
            if (position is null)
            {
                var aliases = await client.AliasesAsync(cancellation).ConfigureAwait(false);
                var collection = aliases.Value?.Aliases.FirstOrDefault(alias => alias.AliasName == options.Collection)?.CollectionName ?? _synced;
                position = collection is null ? null : await ledger.PositionAsync(collection, cancellation).ConfigureAwait(false);
            }

            var latest = await store.LatestAsync(cancellation).ConfigureAwait(false);
            var oldest = latest > (position ?? 0) ? await store.ChangesAfterAsync(position ?? 0, 1, cancellation).ConfigureAwait(false) : [];
            metrics.ReportLag(latest - (position ?? 0), oldest is [var change] ? time.GetUtcNow() - change.At : TimeSpan.Zero);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The lag cannot be told while the database is away; the failure itself was counted.
        }
    }

    [LoggerMessage(LogLevel.Information, "Made the index {Collection} in Qdrant.")]
    private static partial void Made(ILogger logger, string collection);

    [LoggerMessage(LogLevel.Information, "Brought the shipped knowledge in Qdrant to this version: {Written} passages written, {Removed} removed.")]
    private static partial void Synced(ILogger logger, int written, int removed);

    [LoggerMessage(LogLevel.Information, "The index in Qdrant is up to date again.")]
    private static partial void Mended(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The index in Qdrant cannot be brought up to date. {Reason} It is tried again until it works.")]
    private static partial void Failed(ILogger logger, string reason);
}
