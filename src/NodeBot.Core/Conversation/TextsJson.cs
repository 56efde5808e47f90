using System.Text.Json.Serialization;

namespace NodeBot.Core.Conversation;

/// <summary>Reads the files of texts.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TextsJson : JsonSerializerContext;
