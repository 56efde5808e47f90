namespace NodeBot.Discord.Wire;

/// <summary>APPLICATION_COMMAND_AUTOCOMPLETE_RESULT.</summary>
internal sealed record ChoicesResponseProperties(ChoicesProperties Data) : InteractionResponseProperties(8);
