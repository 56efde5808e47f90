namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A collection in a list.</summary>
internal sealed record CollectionName(string Name);
