namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A dense vector or a sparse one.</summary>
internal sealed record QueryVector(ReadOnlyMemory<float>? Dense, SparseVector? Sparse);
