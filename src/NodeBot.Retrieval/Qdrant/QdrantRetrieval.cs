using Microsoft.Extensions.Logging;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Retrieval over Qdrant, put together: the index that answers, and the work on it.</summary>
/// <param name="retrieval">The shipped knowledge with its vectors; stays the caller's to dispose.</param>
/// <param name="options">Checked settings.</param>
/// <param name="metrics">Takes the figures.</param>
internal sealed class QdrantRetrieval(KnowledgeRetrieval retrieval, QdrantOptions options, RetrievalMetrics metrics) : IDisposable
{
    private readonly QdrantHttp _http = new(options);
    private QdrantKnowledgeIndex? _index;

    public QdrantOptions Options => options;

    public QdrantKnowledgeIndex Index => _index ??= new QdrantKnowledgeIndex(retrieval.Embedded, _http.Search, options, metrics);

    /// <summary>For reading; with the key that searches.</summary>
    public QdrantClient Client => _http.Search;

    /// <summary>With the key that may write.</summary>
    public QdrantClient WriteClient => _http.Write;

    /// <summary>Whether vectors are still missing: until they are made the index cannot be.</summary>
    public bool NeedsEmbedding => retrieval.NeedsEmbedding;

    // What an index must have been made with to be searched by this process.
    private IndexIdentity Wanted
    {
        get
        {
            var profile = retrieval.Profile;
            return new IndexIdentity(
                CollectionLayout.Schema,
                options.Collection,
                profile?.Identity ?? Calibration.Lexical,
                profile?.Dimension ?? 0,
                PassageHash.Of(retrieval.Knowledge.Contents.Knowledge),
                0,
                default,
                IndexIdentity.Building);
        }
    }

    /// <returns>What stands behind the alias, asked for two seconds at the most.</returns>
    public Task<IndexFinding> LookAsync(CancellationToken cancellation) => new IndexInspector(_http.Write, options, Wanted).LookAsync(cancellation);

    /// <returns>Only once <see cref="NeedsEmbedding"/> is false.</returns>
    public IndexWorker Worker(PassageStore store, IndexLedger ledger, TimeProvider time, ILogger<IndexWorker> logger) =>
        new(_http.Write, options, store, ledger, new PointMaker(retrieval), Wanted, metrics, time, logger);

    /// <inheritdoc cref="Worker"/>
    public IndexBuilder Builder(PassageStore store, IndexLedger ledger, TimeProvider time) =>
        new(_http.Write, options, store, ledger, new PointMaker(retrieval), Wanted, time);

    /// <inheritdoc cref="Worker"/>
    public IndexVerifier Verifier(PassageStore store) => new(_http.Write, store, new PointMaker(retrieval));

    public void Dispose()
    {
        _index?.Dispose();
        _http.Dispose();
    }
}
