using NodeBot.Core.Conversation;
using NodeBot.Discord.Interactions;

namespace NodeBot.Discord.Messages;

/// <summary>Writes to people on Discord in private.</summary>
internal sealed class DiscordMessenger(DiscordPoster poster, DiscordOptions options) : MemberMessenger
{
    public override async Task<string?> SendAsync(string member, Reply reply, string once, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(options.Token))
            return DiscordPoster.NoToken;
        var user = member.StartsWith(InteractionReader.Platform, StringComparison.Ordinal) ? member[InteractionReader.Platform.Length..] : "";
        return Snowflake.IsOne(user)
            ? (await poster.SendPrivatelyAsync(user, reply, Texts.For("en"), once, cancellation).ConfigureAwait(false))?.Mend
            : "There is nobody of that name on Discord.";
    }
}
