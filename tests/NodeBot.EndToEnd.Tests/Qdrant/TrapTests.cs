using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.EndToEnd.Tests.Qdrant;

/// <summary>Where the server does other than one would think: each is shown on the real one, with what the client makes of it.</summary>
public sealed class TrapTests(SharedQdrant shared)
{
    [Fact]
    public async Task Data_that_does_not_fit_is_a_failure_and_never_dropped_in_silence()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var collection = await index.BuildAsync();
        var point = new PointMaker(shared.Retrieval).MakeShipped(shared.Knowledge.Passages[0]);
        var written = await index.Qdrant.WriteClient.UpsertAsync(collection, new UpsertPoints([point with { Vector = point.Vector with { Dense = [[1f, 2f]] } }], null), default);
        written.Failure!.Kind.ShouldBe(QdrantFailureKind.Invalid);
        written.Failure.Message.ShouldContain("dim");
    }

    [Fact]
    public async Task A_batch_of_which_a_part_was_stored_can_be_repeated_whole()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var collection = await index.BuildAsync();
        var first = new PointMaker(shared.Retrieval).MakeShipped(shared.Knowledge.Passages[0]);
        var added = first with { Id = PointId.Of("answer/x"), Payload = first.Payload with { Id = "answer/x", Version = 5 } };
        var bad = added with { Id = PointId.Of("answer/y"), Vector = added.Vector with { Dense = [[1f]] } };
        (await index.Qdrant.WriteClient.UpsertAsync(collection, new UpsertPoints([added, bad], null), default)).Ok.ShouldBeFalse();
        (await index.Qdrant.WriteClient.UpsertAsync(collection, new UpsertPoints([added, bad with { Vector = added.Vector }], null), default)).Ok.ShouldBeTrue();
        var count = await index.Qdrant.Client.CountAsync(collection, new CountPoints(null, Exact: true), default);
        count.Value!.Count.ShouldBe(shared.Retrieval.Knowledge.PassageCount + 2);
    }

    [Fact]
    public async Task A_collection_that_is_there_is_a_conflict_and_one_that_is_not_is_not_found()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var collection = await index.BuildAsync();
        var identity = (await index.Qdrant.LookAsync(default)).Identity!;
        (await index.Qdrant.WriteClient.CreateCollectionAsync(collection, CollectionLayout.Create(identity, index.Qdrant.Options), default)).Failure!.Kind.ShouldBe(QdrantFailureKind.Conflict);
        (await index.Qdrant.Client.CollectionAsync("nowhere", default)).Failure!.Kind.ShouldBe(QdrantFailureKind.NotFound);
        (await index.Qdrant.Client.CountAsync("nowhere", new CountPoints(null, Exact: true), default)).Failure!.Kind.ShouldBe(QdrantFailureKind.NotFound);
    }

    [Fact]
    public async Task Deleting_by_the_name_of_an_alias_deletes_nothing()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        (await index.Qdrant.WriteClient.DeleteCollectionAsync(index.Alias, default)).Value.ShouldBeFalse();
        (await index.DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_filter_of_no_ids_deletes_nothing()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var collection = await index.BuildAsync();
        (await index.Qdrant.WriteClient.DeleteAsync(collection, new DeletePoints(Filter.Where(Condition.IdIn())), default)).Ok.ShouldBeTrue();
        (await index.DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_condition_on_a_field_without_an_index_is_refused_by_the_collection_itself()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var collection = await index.BuildAsync();
        var count = await index.Qdrant.Client.CountAsync(collection, new CountPoints(Filter.Where(Condition.Is("passage", "x")), Exact: true), default);
        count.Failure!.Kind.ShouldBe(QdrantFailureKind.Invalid);
    }

    [Fact]
    public async Task Every_field_that_is_filtered_by_has_the_index_that_it_needs()
    {
        using var index = await TestIndex.CreateAsync(shared);
        var collection = await index.BuildAsync();
        using var http = new HttpClient { BaseAddress = new Uri(index.Qdrant.Options.Url!) };
        var info = await http.GetStringAsync($"collections/{collection}");
        foreach (var field in CollectionLayout.PayloadIndexes)
            info.ShouldContain($"\"{field.FieldName}\":{{\"data_type\":\"{field.FieldSchema}\"");
    }
}
