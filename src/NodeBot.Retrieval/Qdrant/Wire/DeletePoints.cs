namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>POST /collections/{name}/points/delete</c>. A filter always has a condition: an empty one would delete everything.</summary>
internal sealed record DeletePoints(Filter Filter);
