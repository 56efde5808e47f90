namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>PATCH /collections/{name}</c>.</summary>
internal sealed record PatchCollection(IReadOnlyDictionary<string, IndexIdentity> Metadata);
