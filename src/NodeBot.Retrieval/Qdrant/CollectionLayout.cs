using System.Globalization;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>How our collections are laid out.</summary>
internal static class CollectionLayout
{
    /// <summary>Version of the layout of points and payloads; another number needs a new collection.</summary>
    public const int Schema = 1;

    /// <summary>Oldest server that has all that is used: conditional upserts came with 1.16.</summary>
    public static readonly Version OldestServer = new(1, 16);

    // Qdrant's own defaults for the graph; recall is measured in docs/benchmarks.md.
    private static readonly HnswConfig Hnsw = new(M: 16, EfConstruct: 100);

    // Kilobytes of vectors in a segment from which a graph is built; below, exact search is as fast.
    private const int IndexingThreshold = 10_000;

    private const double Quantile = 0.99;

    // More than any request of ours asks for, little enough to keep one bad request from stopping a node.
    private const int MaxQueryLimit = 2000;

    private static readonly CreateIndex[] Fields =
    [
        new("id", "keyword"), new("hash", "keyword"), new("version", "integer"), new("status", "keyword"), new("source", "keyword"),
        new("community", "keyword"), new("language", "keyword"), new("jurisdiction", "keyword"), new("as_of", "datetime"),
    ];

    public static IReadOnlyList<CreateIndex> PayloadIndexes => Fields;

    public static string Name(IndexIdentity identity) =>
        string.Create(CultureInfo.InvariantCulture, $"{identity.Alias}-{identity.Embedder}-s{identity.Schema}-{identity.Created.UtcDateTime:yyyyMMddHHmmss}");

    public static CreateCollection Create(IndexIdentity identity, QdrantOptions options)
    {
        var vectors = new Dictionary<string, VectorParams>(StringComparer.Ordinal);
        if (identity.Dimension > 0)
            vectors.Add(PointVectors.DenseName, new VectorParams(identity.Dimension, "Cosine", options.OnDisk, new MultivectorConfig("max_sim")));
        return new CreateCollection(
            vectors,
            new Dictionary<string, SparseParams>(StringComparer.Ordinal) { [PointVectors.WordsName] = new(new SparseIndexParams(OnDisk: false)) },
            Hnsw,
            new Quantization(new ScalarQuantization("int8", Quantile, AlwaysRam: true)),
            new OptimizersConfig(IndexingThreshold, DefaultSegmentNumber: 2),
            new StrictMode(Enabled: true, UnindexedFilteringRetrieve: false, UnindexedFilteringUpdate: false, MaxQueryLimit, UpsertMaxBatchsize: MaxQueryLimit),
            OnDiskPayload: true,
            options.Shards,
            options.Replicas,
            options.Confirmations,
            Metadata(identity));
    }

    public static Dictionary<string, IndexIdentity> Metadata(IndexIdentity identity) => new(StringComparer.Ordinal) { [IndexIdentity.Key] = identity };
}
