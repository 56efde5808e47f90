namespace NodeBot.Discord.Wire;

/// <summary>DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE: "thinking".</summary>
internal sealed record DeferredResponseProperties(DeferredProperties Data) : InteractionResponseProperties(5);
