namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>What a write gives.</summary>
internal sealed record UpdateResult(string Status);
