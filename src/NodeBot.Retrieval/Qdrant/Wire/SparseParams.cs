namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A named sparse vector.</summary>
internal sealed record SparseParams(SparseIndexParams Index);
