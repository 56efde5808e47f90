using System.Diagnostics;
using NodeBot.Core.Retrieval;
using NodeBot.Peers;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Benchmarks;

/// <summary>How long people wait while Qdrant is dead, or alive and silent, with the settings as they come.</summary>
internal static class OutageRun
{
    private const int Questions = 200;

    public static async Task RunAsync()
    {
        await using var server = await QdrantServer.StartAsync();
        using var retrieval = ShippedIndex.Create();
        var options = new QdrantOptions { Url = server.Url.ToString() };
        using var metrics = new RetrievalMetrics();
        using var qdrant = new QdrantRetrieval(retrieval, options, metrics);
        await FillAsync(qdrant, retrieval);

        Console.WriteLine("| search with the shipped knowledge, milliseconds | p50 | p95 | p99 | longest |\n| --- | --- | --- | --- | --- |");
        await AskAsync("Qdrant well", qdrant.Index, 0);
        await server.KillAsync();
        await AskAsync("Qdrant killed", qdrant.Index, 1);
        await server.RestartAsync();
        var clock = Stopwatch.GetTimestamp();
        while (qdrant.Index.Status.Notice is not null)
        {
            await qdrant.Index.SearchAsync("should I keep logs", 1, SearchScope.Everyone, default);
            await Task.Delay(20);
        }

        Console.WriteLine(FormattableString.Invariant($"\nOver Qdrant again {Stopwatch.GetElapsedTime(clock).TotalSeconds:F1} s after it was ready.\n"));
        server.Freeze();
        await AskAsync("Qdrant frozen: connects, never answers", qdrant.Index, 2);
        server.Thaw();
    }

    private static async Task AskAsync(string name, KnowledgeIndex index, int round)
    {
        var times = new List<double>();
        for (var i = 0; i < Questions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await index.SearchAsync($"should I keep the logs of my node number {(round * Questions) + i}", 8, SearchScope.Everyone, default);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine(Figures.Row(name, times) + FormattableString.Invariant($" {times[^1]:F1} |"));
    }

    private static async Task FillAsync(QdrantRetrieval qdrant, Retrieval.KnowledgeRetrieval retrieval)
    {
        var identity = new IndexIdentity(CollectionLayout.Schema, qdrant.Options.Collection, "bench", OnnxDimension, "", 0, DateTimeOffset.UtcNow, IndexIdentity.Ready);
        var name = CollectionLayout.Name(identity);
        await qdrant.WriteClient.CreateCollectionAsync(name, CollectionLayout.Create(identity, qdrant.Options), default);
        foreach (var field in CollectionLayout.PayloadIndexes)
            await qdrant.WriteClient.CreateIndexAsync(name, field, default);
        var points = new PointMaker(retrieval);
        foreach (var passage in points.Shipped)
            await ChangeApplier.WriteAsync(qdrant.WriteClient, name, new UpsertPoints([points.MakeShipped(passage)], null), default);
        await qdrant.WriteClient.PointAliasAsync(qdrant.Options.Collection, name, default);
    }

    private static int OnnxDimension => Retrieval.Embedding.OnnxEmbedder.Profile.Dimension;
}
