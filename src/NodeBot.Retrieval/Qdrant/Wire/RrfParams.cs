namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>The constant of RRF, 1 or more.</summary>
internal sealed record RrfParams(int K);
