using NodeBot.Peers;
using NodeBot.Retrieval.Qdrant;

namespace NodeBot.EndToEnd.Tests.Qdrant;

public sealed class ClusterTests(SharedQdrant shared)
{
    [Fact]
    public async Task With_one_of_three_nodes_killed_under_load_reads_go_on_and_nothing_written_is_lost()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await using var cluster = await QdrantCluster.StartAsync();
        using var index = await TestIndex.CreateAsync(shared, null, options => (options.Url, options.Replicas, options.Shards) = (cluster.Urls, 3, 2));
        await index.BuildAsync();
        using var stop = new CancellationTokenSource();
        var working = index.Worker.RunAsync(stop.Token);
        var searches = 0;
        var degraded = 0;
        var reading = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var found = await index.Qdrant.Index.SearchAsync("should I keep logs", 1, default, default);
                found.Hits[0].Passage.Id.ShouldBe("guide/do-not-log/reasons");
                searches++;
                if (index.Qdrant.Index.Status.Notice is not null)
                    degraded++;
            }
        });

        for (var i = 0; i < 60; i++)
        {
            await index.Database.Passages.PutAsync(TestIndex.Passage($"answer/n{i}", $"Passage number {i} on the crane in the harbour."), default);
            // The first one is the one that the client talks to.
            if (i == 20)
                await cluster.Nodes[0].KillAsync();
        }

        await WaitUntilSameAsync(index);
        var position = await index.Database.Ledger.PositionAsync((await index.Qdrant.LookAsync(default)).Collection!, default);
        position.ShouldBe(60, "changes are written with a node dead");
        await cluster.Nodes[0].RestartAsync();
        await cluster.Nodes[0].WaitAsync();
        await WaitUntilSameAsync(index);
        await stop.CancelAsync();
        await reading;
        await working;
        searches.ShouldBeGreaterThan(20);
        degraded.ShouldBe(0, "reads go on over the other nodes");
    }

    private static async Task WaitUntilSameAsync(TestIndex index)
    {
        IReadOnlyList<string> differences = ["not yet asked"];
        for (var i = 0; i < 300 && differences.Count > 0; i++)
        {
            try
            {
                differences = await index.DifferencesAsync();
            }
            catch (QdrantException e)
            {
                differences = [e.Message];
            }

            await Task.Delay(200);
        }

        differences.ShouldBeEmpty();
    }
}
