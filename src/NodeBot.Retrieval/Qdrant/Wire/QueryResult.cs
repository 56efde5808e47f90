namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>What a query gives.</summary>
internal sealed record QueryResult(IReadOnlyList<Candidate> Points);
