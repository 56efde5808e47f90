namespace NodeBot.Discord.Wire;

/// <summary>MODAL.</summary>
internal sealed record ModalResponseProperties(ModalProperties Data) : InteractionResponseProperties(9);
