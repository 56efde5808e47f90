namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>GET /</c>.</summary>
internal sealed record RootInfo(string? Title, string? Version);
