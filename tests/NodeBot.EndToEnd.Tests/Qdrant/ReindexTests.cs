using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.EndToEnd.Tests.Qdrant;

public sealed class ReindexTests(SharedQdrant shared)
{
    [Fact]
    public async Task Stopped_it_goes_on_where_it_was()
    {
        using var index = await TestIndex.CreateAsync(shared);
        for (var i = 0; i < 300; i++)
            await index.Database.Passages.PutAsync(TestIndex.Passage($"answer/n{i}", $"Passage number {i} on the crane in the harbour."), default);
        using var stop = new CancellationTokenSource();
        var progress = new Recorder(report =>
        {
            if (report.Done == 200)
                stop.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(index.NewBuilder().RunAsync(progress, stop.Token));
        (await index.Qdrant.LookAsync(default)).State.ShouldBe(IndexState.Missing);
        var (unfinished, _) = (await OwnCollections.ListAsync(index.Qdrant.Client, index.Alias, default)).ShouldHaveSingleItem();

        // While it is away the knowledge changes, also in what was copied before.
        await index.Database.Passages.RemoveAsync("answer/n1", default);
        await index.Database.Passages.PutAsync(TestIndex.Passage("answer/n2", "Another text."), default);
        (await index.BuildAsync()).ShouldBe(unfinished);
        (await index.DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Searches_go_on_while_the_alias_is_switched_and_the_old_collection_stays_until_pruned()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var first = await index.BuildAsync();
        using var stop = new CancellationTokenSource();
        var searched = 0;
        var reading = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                (await index.FindAsync("should I keep logs"))[0].ShouldBe("guide/do-not-log/reasons");
                searched++;
            }
        });
        // Names hold the second.
        await Task.Delay(1100);
        var second = await index.BuildAsync();
        await stop.CancelAsync();
        await reading;
        searched.ShouldBeGreaterThan(0);
        second.ShouldNotBe(first);
        (await index.Qdrant.LookAsync(default)).Collection.ShouldBe(second);
        (await OwnCollections.ListAsync(index.Qdrant.Client, index.Alias, default)).Select(pair => pair.Name).ShouldBe([second, first]);
    }

    [Fact]
    public async Task Two_builders_do_not_work_at_once()
    {
        using var index = await TestIndex.CreateAsync(shared);
        (await index.Database.Ledger.TryLeaseAsync("reindex:" + index.Alias, "another", TimeSpan.FromMinutes(1), default)).ShouldBeTrue();
        (await Should.ThrowAsync<QdrantException>(index.NewBuilder().RunAsync(null, default))).Message.ShouldContain("Another process");
    }

    [Fact]
    public async Task A_collection_that_lost_a_passage_is_not_switched_to()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        await Task.Delay(1100);
        var progress = new Recorder(_ => { });
        var before = (await index.Qdrant.LookAsync(default)).Collection;
        using var stop = new CancellationTokenSource();
        var stopping = new Recorder(report =>
        {
            if (report.Done == report.Total)
                stop.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(index.NewBuilder().RunAsync(stopping, stop.Token));
        var unfinished = (await OwnCollections.ListAsync(index.Qdrant.Client, index.Alias, default))[0].Name;
        unfinished.ShouldNotBe(before);
        // Something foreign gets into the half-made collection: counts no longer agree.
        var point = new PointMaker(shared.Retrieval).MakeShipped(shared.Knowledge.Passages[0]);
        await ChangeApplier.WriteAsync(index.Qdrant.WriteClient, unfinished, new UpsertPoints([point with { Id = Guid.NewGuid(), Payload = point.Payload with { Id = "guide/foreign" } }], null), default);
        (await Should.ThrowAsync<QdrantException>(index.NewBuilder().RunAsync(progress, default))).Message.ShouldContain("was not touched");
        (await index.Qdrant.LookAsync(default)).Collection.ShouldBe(before);
    }

    private sealed class Recorder(Action<IndexProgress> report) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => report(value);
    }
}
