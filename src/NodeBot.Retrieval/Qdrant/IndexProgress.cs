namespace NodeBot.Retrieval.Qdrant;

/// <summary>How far the building of an index is.</summary>
public sealed record IndexProgress(string Step, int Done, int Total);
