namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Where the sparse index is kept.</summary>
internal sealed record SparseIndexParams(bool OnDisk);
