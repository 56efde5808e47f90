using System.Text.Json;
using System.Text.Json.Serialization;

namespace NodeBot.Core.Knowledge;

/// <summary>Passages as JSON, in the database and in Qdrant's payloads.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Passage))]
[JsonSerializable(typeof(IReadOnlyList<Passage>))]
public sealed partial class PassageJson : JsonSerializerContext;
