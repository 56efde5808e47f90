namespace NodeBot.Discord;

/// <summary>What the bot calls itself, in the form that Discord asks for: <c>DiscordBot (url, version)</c>.</summary>
internal static class UserAgent
{
    public static readonly string Value = $"DiscordBot (https://github.com/nodebot/nodebot, {typeof(UserAgent).Assembly.GetName().Version?.ToString(3)})";
}
