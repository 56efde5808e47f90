namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>GET /collections</c>.</summary>
internal sealed record CollectionList(IReadOnlyList<CollectionName> Collections);
