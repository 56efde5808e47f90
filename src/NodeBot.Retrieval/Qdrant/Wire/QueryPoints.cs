namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>POST /collections/{name}/points/query</c>: two searches, their lists fused.</summary>
internal sealed record QueryPoints(IReadOnlyList<Prefetch> Prefetch, RrfQuery Query, Filter Filter, int Limit, IReadOnlyList<string> WithPayload);
