using System.Text.Json;

namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Its vectors; one unnamed vector has another shape, so this is read by hand.</summary>
internal sealed record CollectionParams(JsonElement Vectors, int ShardNumber, int ReplicationFactor, int WriteConsistencyFactor);
