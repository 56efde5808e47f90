namespace NodeBot.Discord.Gateway;

/// <summary>Events that the bot asks for: none of them is privileged, so that it sees the text of no message that is not addressed to it.</summary>
internal static class Intents
{
    private const int Guilds = 1 << 0;
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;

    /// <summary>4609.</summary>
    public const int Default = Guilds | GuildMessages | DirectMessages;
}
