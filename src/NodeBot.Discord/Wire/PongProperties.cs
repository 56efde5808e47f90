namespace NodeBot.Discord.Wire;

/// <summary>PONG.</summary>
internal sealed record PongProperties() : InteractionResponseProperties(1);
