using System.Text.Json;
using System.Text.Json.Serialization;

namespace NodeBot.Core.Letters;

/// <summary>Drafts as JSON, before they are encrypted.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LetterDraft))]
internal sealed partial class LetterDraftJson : JsonSerializerContext;
