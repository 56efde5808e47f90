namespace NodeBot.Discord.Wire;

/// <summary>CHANNEL_MESSAGE_WITH_SOURCE.</summary>
internal sealed record MessageResponseProperties(MessageProperties Data) : InteractionResponseProperties(4);
