namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A page of points.</summary>
internal sealed record ScrollResult(IReadOnlyList<FoundPoint> Points, Guid? NextPageOffset);
