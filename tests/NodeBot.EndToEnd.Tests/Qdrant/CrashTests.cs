using NodeBot.Peers;

namespace NodeBot.EndToEnd.Tests.Qdrant;

public sealed class CrashTests(SharedQdrant shared)
{
    [Fact]
    public async Task No_change_is_lost_when_Qdrant_is_killed_in_the_middle_of_writes()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await using var server = await QdrantServer.StartAsync();
        using var index = await TestIndex.CreateAsync(shared, server.Url);
        await index.BuildAsync();
        using var stop = new CancellationTokenSource();
        var working = index.Worker.RunAsync(stop.Token);

        for (var i = 0; i < 120; i++)
        {
            await index.Database.Passages.PutAsync(TestIndex.Passage($"answer/n{i}", $"Passage number {i} on the crane in the harbour."), default);
            if (i % 5 == 4)
                await index.Database.Passages.RemoveAsync($"answer/n{i - 2}", default);
            if (i is 40 or 80)
                await server.KillAsync();
            if (i is 60 or 100)
                await server.RestartAsync();
        }

        await WaitAsync(async () => (await index.DifferencesAsync()).Count == 0);
        await stop.CancelAsync();
        await working;
        (await index.Database.Passages.CountAsync(default)).ShouldBe(96);
        (await index.FindAsync("passage number 7 on the crane in the harbour")).ShouldContain(id => id.StartsWith("answer/n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_Qdrant_is_away_answers_come_from_the_shipped_knowledge_and_it_recovers_by_itself()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await using var server = await QdrantServer.StartAsync();
        using var index = await TestIndex.CreateAsync(shared, server.Url, options => options.TimeoutMs = 1000);
        await index.BuildAsync();
        await AskAsync(index);

        await server.KillAsync();
        (await AskAsync(index)).ShouldBe("guide/do-not-log/reasons");
        index.Qdrant.Index.Status.Notice!.ShouldContain("Qdrant does not answer");

        await server.RestartAsync();
        await WaitAsync(async () => await AskAsync(index) == "guide/do-not-log/reasons" && index.Qdrant.Index.Status.Notice is null);

        // Accepts connections and never answers: worse than dead.
        server.Freeze();
        (await AskAsync(index)).ShouldBe("guide/do-not-log/reasons");
        index.Qdrant.Index.Status.Notice.ShouldNotBeNull();
        server.Thaw();
        await WaitAsync(async () => await AskAsync(index) == "guide/do-not-log/reasons" && index.Qdrant.Index.Status.Notice is null);
    }

    [Fact]
    public async Task An_index_that_somebody_emptied_is_no_silent_empty_answer()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var collection = await index.BuildAsync();
        await index.Qdrant.WriteClient.DeleteCollectionAsync(collection, default);
        (await AskAsync(index)).ShouldBe("guide/do-not-log/reasons");
        index.Qdrant.Index.Status.Notice!.ShouldContain("nodebot reindex");
    }

    private static async Task<string> AskAsync(TestIndex index) =>
        (await index.Qdrant.Index.SearchAsync("should I keep logs", 1, default, default)).Hits[0].Passage.Id;

    private static async Task WaitAsync(Func<Task<bool>> done)
    {
        for (var i = 0; i < 600; i++)
        {
            try
            {
                if (await done())
                    return;
            }
            catch (Retrieval.Qdrant.QdrantException)
            {
                // Still on its way up.
            }

            await Task.Delay(100);
        }

        Assert.Fail("It did not happen within a minute.");
    }
}
