using System.Text.Json.Serialization;
using NodeBot.Core.Communities;

namespace NodeBot.Storage.Communities;

/// <summary>Settings as they stand in the database.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(CommunitySettings))]
internal sealed partial class CommunityJson : JsonSerializerContext;
