using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NodeBot.Discord.Rest;

/// <summary>JSON that is compared and shown, not read into types.</summary>
[JsonSerializable(typeof(JsonArray))]
internal sealed partial class JsonNodes : JsonSerializerContext;
