namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>POST /collections/{name}/points/count</c>.</summary>
internal sealed record CountPoints(Filter? Filter, bool Exact);
