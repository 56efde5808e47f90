namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Reciprocal rank fusion.</summary>
internal sealed record RrfQuery(RrfParams Rrf);
