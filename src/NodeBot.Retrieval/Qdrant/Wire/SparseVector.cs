namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Weights by index; each index once.</summary>
internal sealed record SparseVector(uint[] Indices, float[] Values);
