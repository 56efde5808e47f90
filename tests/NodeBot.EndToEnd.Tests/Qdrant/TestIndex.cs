using Microsoft.Extensions.Logging.Abstractions;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Storage;

namespace NodeBot.EndToEnd.Tests.Qdrant;

/// <summary>An index behind an alias of its own, with a database of its own.</summary>
internal sealed class TestIndex : IDisposable
{
    private readonly RetrievalMetrics _metrics = new();

    private TestIndex(SharedQdrant shared, QdrantOptions options, Database database)
    {
        Database = database;
        Qdrant = new QdrantRetrieval(shared.Retrieval, options, _metrics);
        Worker = NewWorker();
    }

    public Database Database { get; }

    public QdrantRetrieval Qdrant { get; }

    public IndexWorker Worker { get; }

    public string Alias => Qdrant.Options.Collection;

    public static async Task<TestIndex> CreateAsync(SharedQdrant shared, Uri? url = null, Action<QdrantOptions>? set = null)
    {
        // Tests run beside each other on few cores: a search gets time here, and what is measured in time is measured elsewhere.
        var options = new QdrantOptions { Url = (url ?? (await shared.ServerAsync()).Url).ToString(), Collection = "t" + Guid.NewGuid().ToString("N")[..12], TimeoutMs = 10_000 };
        set?.Invoke(options);
        var database = await Database.OpenAsync(new StorageOptions(Directory.CreateDirectory(Path.Combine(shared.Folder, options.Collection)).FullName, null), TimeProvider.System, default);
        return new TestIndex(shared, options, database);
    }

    /// <returns>Another replica's worker.</returns>
    public IndexWorker NewWorker() => Qdrant.Worker(Database.Passages, Database.Ledger, TimeProvider.System, NullLogger<IndexWorker>.Instance);

    public IndexBuilder NewBuilder() => Qdrant.Builder(Database.Passages, Database.Ledger, TimeProvider.System);

    /// <summary>Makes the index.</summary>
    public async Task<string> BuildAsync() => (await NewBuilder().RunAsync(null, default)).New;

    /// <returns>Ids of what is found, best first.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(string question, string? community = null)
    {
        var found = await Qdrant.Index.SearchAsync(question, 8, new SearchScope(community), default);
        Qdrant.Index.Status.Notice.ShouldBeNull();
        return [.. found.Hits.Select(hit => hit.Passage.Id)];
    }

    /// <returns>Differences between the index and what it should hold.</returns>
    public async Task<IReadOnlyList<string>> DifferencesAsync() =>
        await Qdrant.Verifier(Database.Passages).CompareAsync((await Qdrant.LookAsync(default)).Collection!, default);

    public static Passage Passage(string id, string text, string? community = null, string? question = null) => new()
    {
        Id = id,
        Source = PassageSource.Answer,
        Title = "From the community",
        Section = "Added",
        Text = text,
        Language = "en",
        AsOf = "2026-11",
        Community = community,
        Sources = [new SourceReference("test", null)],
        Facts = question is null ? [] : [new Fact("", [new AnticipatedQuestion(question, "en")])],
    };

    public void Dispose()
    {
        Qdrant.Dispose();
        _metrics.Dispose();
    }
}
