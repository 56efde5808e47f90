using System.Reflection;
using NodeBot.Core.Knowledge;
using NodeBot.Peers;
using NodeBot.Retrieval;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.EndToEnd.Tests.Qdrant;

/// <summary>One real server and the shipped knowledge, for all tests that do not hurt them: each works behind an alias of its own.</summary>
public sealed class SharedQdrant : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private QdrantServer? _server;
    private readonly Lazy<KnowledgeRetrieval> _retrieval;

    public SharedQdrant()
    {
        Knowledge = KnowledgeLoader.Load(KnowledgeFolder).Knowledge!;
        _retrieval = new Lazy<KnowledgeRetrieval>(() => new KnowledgeRetrieval(Knowledge, new RetrievalOptions(KnowledgeFolder, Path.Combine(Folder, "retrieval"), new EmbedderOptions())));
    }

    public static string KnowledgeFolder { get; } = Path.GetFullPath(
        typeof(SharedQdrant).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "KnowledgeFolder").Value!);

    public string Folder { get; } = Directory.CreateTempSubdirectory("nodebot-test-").FullName;

    public KnowledgeBase Knowledge { get; }

    internal KnowledgeRetrieval Retrieval => _retrieval.Value;

    /// <summary>The server; skips the test where there is none for this machine.</summary>
    public async Task<QdrantServer> ServerAsync()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await _starting.WaitAsync();
        try
        {
            return _server ??= await QdrantServer.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _starting.Dispose();
        if (_retrieval.IsValueCreated)
            _retrieval.Value.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
