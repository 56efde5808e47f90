using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>
/// Builds a new collection beside the one in use, checks it, and points the alias at it in one step. Stopped at any moment, it
/// goes on where it was: the collection itself says what is in it.
/// </summary>
internal sealed class IndexBuilder(QdrantClient client, QdrantOptions options, PassageStore store, IndexLedger ledger, PointMaker points, IndexIdentity wanted, TimeProvider time)
{
    // Requests stay far below the server's 32 MiB: a row of 384 numbers is about 4 kB of JSON.
    private const int RowsPerRequest = 1000;
    private const int Page = 200;
    private const int ScrollPage = 1000;

    // Passages of which each sort is searched for in the new collection before it is used.
    private const int Canaries = 20;

    // Changes may come in while points are counted; it is counted again.
    private const int CountAttempts = 5;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly string _holder = Guid.NewGuid().ToString("N");
    private readonly ChangeApplier _applier = new(client, store, points);
    private DateTimeOffset _renewed;

    private string LeaseName => "reindex:" + options.Collection;

    /// <returns>The new collection, and the one that the alias pointed at before.</returns>
    /// <exception cref="QdrantException">It cannot go on; the index in use was not touched.</exception>
    public async Task<(string New, string? Old)> RunAsync(IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        await RenewAsync(cancellation).ConfigureAwait(false);
        try
        {
            var old = await OldAsync(cancellation).ConfigureAwait(false);
            var (collection, identity) = await FindUnfinishedAsync(cancellation).ConfigureAwait(false) ?? await CreateAsync(cancellation).ConfigureAwait(false);
            await LoadAsync(collection, progress, cancellation).ConfigureAwait(false);
            await WaitForGraphAsync(collection, progress, cancellation).ConfigureAwait(false);
            var position = await CatchUpAndCountAsync(collection, identity.From, cancellation).ConfigureAwait(false);
            await CheckCanariesAsync(collection, cancellation).ConfigureAwait(false);
            Unwrap(await client.PatchCollectionAsync(collection, new PatchCollection(CollectionLayout.Metadata(identity with { State = IndexIdentity.Ready })), cancellation).ConfigureAwait(false));
            await ledger.AdvanceAsync(collection, position, cancellation).ConfigureAwait(false);
            Unwrap(await client.PointAliasAsync(options.Collection, collection, cancellation).ConfigureAwait(false));
            return (collection, old);
        }
        finally
        {
            await ledger.ReleaseAsync(LeaseName, _holder, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<string?> OldAsync(CancellationToken cancellation)
    {
        var finding = await new IndexInspector(client, options, wanted).LookAsync(cancellation).ConfigureAwait(false);
        if (finding.State == IndexState.Down || (finding.State == IndexState.Wrong && finding.Identity is null))
            throw new QdrantException(finding.Message);
        return finding.Collection;
    }

    // A collection of exactly what is wanted that was never finished; the latest, if there are several.
    private async Task<(string, IndexIdentity)?> FindUnfinishedAsync(CancellationToken cancellation)
    {
        foreach (var (name, identity) in await OwnCollections.ListAsync(client, options.Collection, cancellation).ConfigureAwait(false))
        {
            if (identity.State == IndexIdentity.Building && identity with { From = 0, Created = default } == wanted with { From = 0, Created = default })
                return (name, identity);
        }

        return null;
    }

    private async Task<(string, IndexIdentity)> CreateAsync(CancellationToken cancellation)
    {
        var identity = wanted with { From = await store.LatestAsync(cancellation).ConfigureAwait(false), Created = time.GetUtcNow() };
        var name = CollectionLayout.Name(identity);
        var created = await client.CreateCollectionAsync(name, CollectionLayout.Create(identity, options), cancellation).ConfigureAwait(false);
        // After no answer or a 5xx it may be there all the same: its state is read back, not the call repeated.
        if (!created.Ok && !(await client.CollectionAsync(name, cancellation).ConfigureAwait(false)).Ok)
            throw new QdrantException($"Qdrant could not make the collection {name}: {created.Failure.Message}");
        foreach (var index in CollectionLayout.PayloadIndexes)
            Unwrap(await client.CreateIndexAsync(name, index, cancellation).ConfigureAwait(false));
        return (name, identity);
    }

    private async Task LoadAsync(string collection, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        var present = await PresentAsync(collection, cancellation).ConfigureAwait(false);
        var total = points.Shipped.Count + await store.CountAsync(cancellation).ConfigureAwait(false);
        var done = 0;
        var batch = new List<Point>();
        async Task AddAsync(Point point)
        {
            batch.Add(point);
            if (batch.Sum(each => each.Vector.Dense?.Count ?? 1) >= RowsPerRequest)
                await FlushAsync(collection, batch, cancellation).ConfigureAwait(false);
        }

        void Report() => progress?.Report(new IndexProgress("Writing passages", ++done, total));

        foreach (var passage in points.Shipped)
        {
            if (!present.ContainsKey(passage.Id))
                await AddAsync(points.MakeShipped(passage)).ConfigureAwait(false);
            Report();
        }

        await foreach (var stored in store.AllAsync(Page, cancellation).ConfigureAwait(false))
        {
            if (!(present.TryGetValue(stored.Id, out var version) && version >= stored.Version))
                await AddAsync(await points.MakeAsync(stored, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            Report();
        }

        await FlushAsync(collection, batch, cancellation).ConfigureAwait(false);
    }

    // Points that are there and newer than this batch were written by another builder, or by the applier: they stay.
    private async Task FlushAsync(string collection, List<Point> batch, CancellationToken cancellation)
    {
        if (batch.Count == 0)
            return;
        await RenewAsync(cancellation).ConfigureAwait(false);
        var oldest = Filter.Where(Condition.LessThan("version", batch.Min(point => point.Payload.Version)));
        await ChangeApplier.WriteAsync(client, collection, new UpsertPoints(batch, oldest), cancellation).ConfigureAwait(false);
        batch.Clear();
    }

    private async Task<Dictionary<string, long>> PresentAsync(string collection, CancellationToken cancellation)
    {
        var present = new Dictionary<string, long>(StringComparer.Ordinal);
        Guid? offset = null;
        do
        {
            var page = Unwrap(await client.ScrollAsync(collection, new ScrollPoints(ScrollPage, offset, null, ["id", "hash", "version", "status"]), cancellation).ConfigureAwait(false));
            foreach (var payload in page.Points.Select(point => point.Payload).OfType<PointPayload>())
                present[payload.Id] = payload.Version;
            offset = page.NextPageOffset;
        }
        while (offset is not null);
        return present;
    }

    private async Task WaitForGraphAsync(string collection, IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        while (true)
        {
            await RenewAsync(cancellation).ConfigureAwait(false);
            var info = Unwrap(await client.CollectionAsync(collection, cancellation).ConfigureAwait(false));
            if (info.Status == "red")
                throw new QdrantException($"Qdrant says that the collection {collection} is red: look into Qdrant's log, then run nodebot reindex again.");
            if (info.Status == "green")
                return;
            progress?.Report(new IndexProgress("Building the graph", (int)Math.Min(info.IndexedVectorsCount ?? 0, info.PointsCount ?? 1), (int)(info.PointsCount ?? 1)));
            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<long> CatchUpAndCountAsync(string collection, long position, CancellationToken cancellation)
    {
        var approved = new CountPoints(Filter.Where(Condition.Is("status", PointPayload.Approved)), Exact: true);
        for (var attempt = 1; ; attempt++)
        {
            await RenewAsync(cancellation).ConfigureAwait(false);
            position = await _applier.ApplyAsync(collection, position, _ => Task.CompletedTask, cancellation).ConfigureAwait(false);
            var expected = points.Shipped.Count + await store.CountAsync(cancellation).ConfigureAwait(false);
            var there = (Unwrap(await client.CountAsync(collection, approved, cancellation).ConfigureAwait(false))).Count;
            if (there == expected)
                return position;
            if (attempt == CountAttempts)
                throw new QdrantException($"The new collection {collection} holds {there} passages instead of {expected}; the index in use was not touched. Run: nodebot index prune, then nodebot reindex");
        }
    }

    // Each canary must be found by its own words and vector.
    private async Task CheckCanariesAsync(string collection, CancellationToken cancellation)
    {
        var step = Math.Max(1, points.Shipped.Count / Canaries);
        var canaries = points.Shipped.Where((_, i) => i % step == 0).Select(points.MakeShipped).ToList();
        foreach (var stored in await store.PageAsync(null, Canaries, cancellation).ConfigureAwait(false))
            canaries.Add(await points.MakeAsync(stored, cancellation).ConfigureAwait(false));
        foreach (var canary in canaries)
        {
            var filter = Filter.Where(Condition.Is("status", PointPayload.Approved));
            var branch = canary.Vector.Dense is { } rows
                ? new Prefetch(new QueryVector(rows[0], null), PointVectors.DenseName, Canaries, filter, new SearchParams(null, null, new QuantizationSearch(Rescore: true, Oversampling: 2)))
                : new Prefetch(new QueryVector(null, canary.Vector.Words), PointVectors.WordsName, Canaries, filter, null);
            var found = Unwrap(await client.QueryAsync(collection, new QueryPoints([branch], QdrantKnowledgeIndex.Fusion, filter, Canaries, ["id", "hash"]), cancellation).ConfigureAwait(false));
            // One that was removed a moment ago is rightly gone.
            if (found.Points.All(point => point.Id != canary.Id) && (canary.Payload.Version == 0 || await store.FindAsync(canary.Payload.Id, cancellation).ConfigureAwait(false) is not null))
                throw new QdrantException($"The new collection {collection} does not find the passage {canary.Payload.Id}; the index in use was not touched. Run: nodebot index prune, then nodebot reindex");
        }
    }

    private async Task RenewAsync(CancellationToken cancellation)
    {
        if (time.GetUtcNow() - _renewed < Lease / 4)
            return;
        if (!await ledger.TryLeaseAsync(LeaseName, _holder, Lease, cancellation).ConfigureAwait(false))
            throw new QdrantException($"Another process is building the index already. Wait until it is done; if it was killed, {Lease.TotalSeconds:0} seconds are enough.");
        _renewed = time.GetUtcNow();
    }

    private static T Unwrap<T>(QdrantResult<T> result) => result.Ok
        ? result.Value
        : throw new QdrantException($"Qdrant failed: {result.Failure.Message}. The index in use was not touched; run nodebot reindex again to go on.");
}
