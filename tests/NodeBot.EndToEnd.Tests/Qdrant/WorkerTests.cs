using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.EndToEnd.Tests.Qdrant;

public sealed class WorkerTests(SharedQdrant shared)
{
    private const string Question = "which harbour crane is painted orange?";

    [Fact]
    public async Task What_is_added_is_found_what_is_changed_is_changed_and_what_is_removed_is_gone()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        await index.Database.Passages.PutAsync(TestIndex.Passage("answer/crane", "The harbour crane in Gdynia is painted orange."), default);
        (await index.Worker.TryRoundAsync(default)).ShouldBeTrue();
        (await index.FindAsync(Question))[0].ShouldBe("answer/crane");

        await index.Database.Passages.PutAsync(TestIndex.Passage("answer/crane", "The harbour crane in Gdynia was orange until it was painted green."), default);
        (await index.Worker.TryRoundAsync(default)).ShouldBeTrue();
        var found = await index.Qdrant.Index.SearchAsync(Question, 1, default, default);
        found.Hits[0].Passage.Text.ShouldContain("painted green");

        await index.Database.Passages.RemoveAsync("answer/crane", default);
        (await index.Worker.TryRoundAsync(default)).ShouldBeTrue();
        (await index.FindAsync(Question)).ShouldNotContain("answer/crane");
        (await index.DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_a_removed_passage_stays_in_Qdrant()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        await index.Database.Passages.PutAsync(TestIndex.Passage("answer/private", "Ottokar was at the lighthouse."), default);
        await index.Worker.TryRoundAsync(default);
        await index.Database.Passages.RemoveAsync("answer/private", default);
        await index.Worker.TryRoundAsync(default);
        using var http = new HttpClient { BaseAddress = new Uri(index.Qdrant.Options.Url!) };
        var point = await http.GetStringAsync($"collections/{index.Alias}/points/{PointId.Of("answer/private")}");
        point.ShouldNotContain("Ottokar");
        point.ShouldContain("\"dense\":[[0.0,0.0");
        point.ShouldContain("\"words\":{\"indices\":[],\"values\":[]}");
    }

    [Fact]
    public async Task A_change_that_comes_late_does_not_undo_a_newer_one()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var collection = await index.BuildAsync();
        var passage = TestIndex.Passage("answer/late", "An old text about the crane in the harbour.");
        var version = await index.Database.Passages.PutAsync(passage, default);
        var late = await new PointMaker(shared.Retrieval).MakeAsync(new StoredPassage(passage.Id, version, passage), default);
        await index.Database.Passages.RemoveAsync(passage.Id, default);
        await index.Worker.TryRoundAsync(default);

        // A replica that was frozen before its write and woke up after its lease was gone.
        await ChangeApplier.WriteAsync(index.Qdrant.WriteClient, collection, new UpsertPoints([late], Filter.Where(Condition.LessThan("version", version))), default);
        (await index.DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_replicas_one_works_and_the_other_takes_over_when_it_is_gone()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        var other = index.NewWorker();
        await index.Worker.TryRoundAsync(default);
        await index.Database.Passages.PutAsync(TestIndex.Passage("answer/crane", "The harbour crane in Gdynia is painted orange."), default);
        (await other.TryRoundAsync(default)).ShouldBeTrue();
        (await index.FindAsync(Question)).ShouldNotContain("answer/crane", "the other replica does not hold the lease");

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await index.Worker.RunAsync(stop.Token).WaitAsync(TimeSpan.FromSeconds(10));
        (await other.TryRoundAsync(default)).ShouldBeTrue();
        (await index.FindAsync(Question))[0].ShouldBe("answer/crane");
    }

    [Fact]
    public async Task A_new_server_gets_its_index_by_itself()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.Database.Passages.PutAsync(TestIndex.Passage("answer/crane", "The harbour crane in Gdynia is painted orange."), default);
        (await index.Worker.TryRoundAsync(default)).ShouldBeTrue();
        (await index.FindAsync(Question))[0].ShouldBe("answer/crane");
        (await index.DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Knowledge_of_another_version_is_brought_to_this_one()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var collection = await index.BuildAsync();
        var client = index.Qdrant.WriteClient;
        var points = new PointMaker(shared.Retrieval);
        var kept = points.MakeShipped(shared.Knowledge.Passages[0]);
        var dropped = kept with { Id = PointId.Of("guide/dropped"), Payload = kept.Payload with { Id = "guide/dropped" } };
        var changed = kept with { Payload = kept.Payload with { Hash = "another" } };
        await ChangeApplier.WriteAsync(client, collection, new UpsertPoints([dropped, changed], null), default);
        (await index.DifferencesAsync()).Count.ShouldBe(2);
        var identity = (await index.Qdrant.LookAsync(default)).Identity! with { Knowledge = "another version" };
        await client.PatchCollectionAsync(collection, new PatchCollection(CollectionLayout.Metadata(identity)), default);

        (await index.Worker.TryRoundAsync(default)).ShouldBeTrue();
        (await index.DifferencesAsync()).ShouldBeEmpty();
    }
}
