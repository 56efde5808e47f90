using System.Text.Json.Serialization;

namespace NodeBot.Discord.Wire;

/// <summary>All that goes over the wire: snake case, and what is null is left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InteractionResponseProperties))]
[JsonSerializable(typeof(MessageProperties))]
[JsonSerializable(typeof(ThreadProperties))]
[JsonSerializable(typeof(PrivateChannelProperties))]
[JsonSerializable(typeof(IReadOnlyList<CommandProperties>))]
[JsonSerializable(typeof(HeartbeatProperties))]
[JsonSerializable(typeof(IdentifyProperties))]
[JsonSerializable(typeof(ResumeProperties))]
[JsonSerializable(typeof(JsonInteraction))]
[JsonSerializable(typeof(JsonMessage))]
[JsonSerializable(typeof(JsonChannel))]
[JsonSerializable(typeof(JsonApplication))]
[JsonSerializable(typeof(JsonGatewayBot))]
[JsonSerializable(typeof(JsonGatewayPayload))]
[JsonSerializable(typeof(JsonHello))]
[JsonSerializable(typeof(JsonReady))]
[JsonSerializable(typeof(JsonError))]
internal sealed partial class DiscordJson : JsonSerializerContext;
