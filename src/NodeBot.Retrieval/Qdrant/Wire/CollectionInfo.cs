namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>GET /collections/{name}</c>.</summary>
internal sealed record CollectionInfo(string Status, long? PointsCount, long? IndexedVectorsCount, CollectionConfig Config);
