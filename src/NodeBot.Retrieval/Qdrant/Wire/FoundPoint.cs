namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A point that was read, with what was asked for of it.</summary>
internal sealed record FoundPoint(Guid Id, float Score, PointPayload? Payload);
