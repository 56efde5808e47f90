namespace NodeBot.Discord.Wire;

/// <summary>With whom a private channel is opened.</summary>
internal sealed record PrivateChannelProperties(string RecipientId);
