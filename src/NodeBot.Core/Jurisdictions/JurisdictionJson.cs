using System.Text.Json.Serialization;

namespace NodeBot.Core.Jurisdictions;

/// <summary>Texts by name.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class JurisdictionJson : JsonSerializerContext;
