namespace NodeBot.Discord.Wire;

/// <summary>An embed: at most 4,096 characters of description, 6,000 in all embeds of a message.</summary>
internal sealed record EmbedProperties(string Description, int Color);
