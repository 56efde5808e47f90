using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary>The option that names the channel to post into.</summary>
internal static class ChannelOption
{
    public const string Name = "channel";
    private const int Longest = 200;

    /// <returns>The option.</returns>
    public static OptionSpec Spec(string description, bool required) => new(Name, description, required) { Kind = OptionKind.Channel };

    /// <returns>The channel's id; null when there is none that could be one.</returns>
    public static string? Read(Turn turn) =>
        turn.Options.GetValueOrDefault(Name) is { Length: > 0 and <= Longest } id && id.All(c => c is > ' ' and <= '~') ? id : null;
}
