using System.Text.Json;
using System.Text.Json.Serialization;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Findings as JSON: <c>POST /api/explain</c> and <c>nodebot explain --json</c>. Every field is written, null as null.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(LetterFinding))]
public sealed partial class LetterFindingJson : JsonSerializerContext;
