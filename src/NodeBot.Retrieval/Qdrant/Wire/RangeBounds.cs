namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Bounds of a number; those that are null do not hold.</summary>
internal sealed record RangeBounds(long? Lt, long? Lte);
