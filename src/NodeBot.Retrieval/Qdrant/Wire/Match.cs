namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A value, or any of several; one of the two is set.</summary>
internal sealed record Match(string? Value, IReadOnlyList<string>? Any);
