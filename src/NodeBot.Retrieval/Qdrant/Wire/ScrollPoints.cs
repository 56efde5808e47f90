namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>POST /collections/{name}/points/scroll</c>.</summary>
internal sealed record ScrollPoints(int Limit, Guid? Offset, Filter? Filter, IReadOnlyList<string> WithPayload);
