namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>How many points match.</summary>
internal sealed record CountResult(long Count);
