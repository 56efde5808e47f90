namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A point to be written; it takes the place of what is there, whole.</summary>
internal sealed record Point(Guid Id, PointVectors Vector, PointPayload Payload);
