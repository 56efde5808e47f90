using System.Text.Json;

namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>How a collection was made. Metadata of others may be anything.</summary>
internal sealed record CollectionConfig(CollectionParams Params, IReadOnlyDictionary<string, JsonElement>? Metadata);
