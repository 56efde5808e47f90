using NodeBot.Peers;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.EndToEnd.Tests.Qdrant;

/// <summary>Whatever is wrong with the index is said in one line with the mend.</summary>
public sealed class StartTests(SharedQdrant shared, RunningBot bot)
{
    [Fact]
    public async Task An_index_that_was_never_made() =>
        await ShouldSayAsync(await TestIndex.CreateAsync(shared), IndexState.Missing, "holds no index", "nodebot reindex");

    [Fact]
    public async Task A_server_that_is_not_there() =>
        await ShouldSayAsync(await TestIndex.CreateAsync(shared, new Uri($"http://127.0.0.1:{FreePort.Next()}/")), IndexState.Down, "does not answer", "NodeBot:Qdrant:Url");

    [Fact]
    public async Task A_server_that_is_no_Qdrant()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await ShouldSayAsync(await TestIndex.CreateAsync(shared, bot.Address), IndexState.Wrong, "is no Qdrant", "NodeBot:Qdrant:Url");
    }

    [Fact]
    public async Task A_wrong_key()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await using var server = await QdrantServer.StartAsync(new Dictionary<string, string> { ["QDRANT__SERVICE__API_KEY"] = "right" });
        await ShouldSayAsync(await TestIndex.CreateAsync(shared, server.Url), IndexState.Wrong, "does not accept the key", "NodeBot:Qdrant:ApiKey");
        await ShouldSayAsync(await TestIndex.CreateAsync(shared, server.Url, options => options.ApiKey = "wrong"), IndexState.Wrong, "does not accept the key", "NodeBot:Qdrant:ApiKey");
    }

    [Fact]
    public async Task A_collection_of_somebody_else_under_the_name()
    {
        var index = await TestIndex.CreateAsync(shared);
        await CreateAsync(index, index.Alias, null);
        await ShouldSayAsync(index, IndexState.Wrong, "made by somebody else", "NodeBot:Qdrant:Collection");
        // It is never written to, nor replaced.
        (await index.Worker.TryRoundAsync(default)).ShouldBeFalse();
        (await Should.ThrowAsync<QdrantException>(index.NewBuilder().RunAsync(null, default))).Message.ShouldContain("somebody else");
    }

    [Fact]
    public async Task An_alias_to_a_collection_of_somebody_else()
    {
        var index = await TestIndex.CreateAsync(shared);
        await CreateAsync(index, index.Alias + "-theirs", null);
        await index.Qdrant.WriteClient.PointAliasAsync(index.Alias, index.Alias + "-theirs", default);
        await ShouldSayAsync(index, IndexState.Wrong, "made by somebody else", "NodeBot:Qdrant:Collection");
        await Should.ThrowAsync<QdrantException>(index.NewBuilder().RunAsync(null, default));
    }

    [Theory]
    [InlineData(0, "older NodeBot")]
    [InlineData(99, "newer NodeBot")]
    public async Task Another_schema(int schema, string words)
    {
        var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        var finding = await index.Qdrant.LookAsync(default);
        await index.Qdrant.WriteClient.PatchCollectionAsync(finding.Collection!, new PatchCollection(CollectionLayout.Metadata(finding.Identity! with { Schema = schema })), default);
        await ShouldSayAsync(index, IndexState.Wrong, words, "nodebot reindex");
    }

    [Fact]
    public async Task Another_embedder_or_dimension()
    {
        var index = await TestIndex.CreateAsync(shared);
        var identity = new IndexIdentity(CollectionLayout.Schema, index.Alias, "other-768", 768, "", 0, DateTimeOffset.UtcNow, IndexIdentity.Ready);
        await CreateAsync(index, index.Alias + "-x", identity);
        await index.Qdrant.WriteClient.PointAliasAsync(index.Alias, index.Alias + "-x", default);
        await ShouldSayAsync(index, IndexState.Wrong, "768 dimensions", "nodebot reindex");
        // That very command mends it.
        await index.BuildAsync();
        (await index.FindAsync("should I keep logs"))[0].ShouldBe("guide/do-not-log/reasons");
    }

    private static async Task CreateAsync(TestIndex index, string name, IndexIdentity? identity)
    {
        var wanted = identity ?? new IndexIdentity(1, "x", "x", 4, "", 0, DateTimeOffset.UtcNow, IndexIdentity.Ready);
        var body = CollectionLayout.Create(wanted, index.Qdrant.Options);
        var made = await index.Qdrant.WriteClient.CreateCollectionAsync(name, identity is null ? body with { Metadata = new Dictionary<string, IndexIdentity>() } : body, default);
        made.Ok.ShouldBeTrue(made.Failure?.Message);
    }

    private static async Task ShouldSayAsync(TestIndex index, IndexState state, params string[] words)
    {
        var finding = await index.Qdrant.LookAsync(default);
        finding.State.ShouldBe(state, finding.Message);
        finding.Message.ShouldNotContain("\n");
        foreach (var word in words)
            finding.Message.ShouldContain(word);
    }
}
