namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A named dense vector.</summary>
internal sealed record VectorParams(int Size, string Distance, bool OnDisk, MultivectorConfig? MultivectorConfig);
