namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>PUT /collections/{name}</c>.</summary>
internal sealed record CreateCollection(
    IReadOnlyDictionary<string, VectorParams> Vectors,
    IReadOnlyDictionary<string, SparseParams> SparseVectors,
    HnswConfig HnswConfig,
    Quantization QuantizationConfig,
    OptimizersConfig OptimizersConfig,
    StrictMode StrictModeConfig,
    bool OnDiskPayload,
    int ShardNumber,
    int ReplicationFactor,
    int WriteConsistencyFactor,
    IReadOnlyDictionary<string, IndexIdentity> Metadata);
