using System.Text.Json;
using System.Text.Json.Serialization;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>Cases as JSON, before they are encrypted.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Case))]
internal sealed partial class CaseJson : JsonSerializerContext;
