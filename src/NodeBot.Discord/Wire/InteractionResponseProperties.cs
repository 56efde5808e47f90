using System.Text.Json.Serialization;

namespace NodeBot.Discord.Wire;

/// <summary>The first answer to an interaction.</summary>
[JsonDerivedType(typeof(PongProperties))]
[JsonDerivedType(typeof(MessageResponseProperties))]
[JsonDerivedType(typeof(DeferredResponseProperties))]
[JsonDerivedType(typeof(ChoicesResponseProperties))]
[JsonDerivedType(typeof(ModalResponseProperties))]
internal abstract record InteractionResponseProperties(int Type);
