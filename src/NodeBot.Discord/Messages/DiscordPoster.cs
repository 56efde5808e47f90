using System.Globalization;
using NodeBot.Core.Conversation;
using NodeBot.Discord.Interactions;
using NodeBot.Discord.Rendering;
using NodeBot.Discord.Rest;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Messages;

/// <summary>Posts into channels on the bot's own account.</summary>
internal sealed class DiscordPoster(DiscordClient client, DiscordRendering rendering, DiscordOptions options) : ChannelPoster
{
    public const string NoToken = "NodeBot has no token for that: its operator sets NodeBot:Discord:Token.";

    // Longest nonce (Discord's limit); the last letters of a key are those that differ.
    private const int LongestNonce = 25;

    public override async Task<string?> PostAsync(string community, string channel, Reply reply, string once, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(options.Token))
            return NoToken;
        if (!community.StartsWith(InteractionReader.Platform, StringComparison.Ordinal) || !Snowflake.IsOne(channel))
            return new DiscordFailure(DiscordFailureKind.NotFound).Mend;
        return (await PostAsync(channel, reply, Texts.For("en"), once, replyTo: null, cancellation).ConfigureAwait(false))?.Mend;
    }

    public override async Task<string?> CheckAsync(string community, string channel, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(options.Token))
            return NoToken;
        var found = Snowflake.IsOne(channel)
            ? await client.ChannelAsync(channel, cancellation).ConfigureAwait(false)
            : new DiscordResult<JsonChannel>(null, new DiscordFailure(DiscordFailureKind.NotFound));
        return found.Failure?.Mend;
    }

    /// <summary>Writes a reply to one person, in private.</summary>
    /// <returns>Null when all is sent.</returns>
    public async Task<DiscordFailure?> SendPrivatelyAsync(string user, Reply reply, Texts texts, string once, CancellationToken cancellation)
    {
        var channel = await client.PrivateChannelAsync(user, cancellation).ConfigureAwait(false);
        if (!channel.IsSuccess || !Snowflake.IsOne(channel.Value?.Id))
            return channel.Failure ?? new DiscordFailure(DiscordFailureKind.NotFound);
        return await PostAsync(channel.Value!.Id!, reply, texts, once, replyTo: null, cancellation).ConfigureAwait(false);
    }

    /// <summary>Posts all messages of a reply; sent again with the same key within minutes, they are not posted twice.</summary>
    /// <returns>Null when all is posted.</returns>
    public async Task<DiscordFailure?> PostAsync(string channel, Reply reply, Texts texts, string once, string? replyTo, CancellationToken cancellation)
    {
        var number = 0;
        foreach (var message in rendering.Render(reply, texts, isEphemeral: false))
        {
            var nonce = string.Create(CultureInfo.InvariantCulture, $"{once}.{number++}");
            var properties = message.Properties with
            {
                Nonce = nonce[^Math.Min(nonce.Length, LongestNonce)..],
                EnforceNonce = true,
                MessageReference = replyTo is null ? null : new MessageReferenceProperties(replyTo),
            };
            var sent = await client.PostAsync(channel, properties, message.Files, cancellation).ConfigureAwait(false);
            if (!sent.IsSuccess)
                return sent.Failure;
        }

        return null;
    }
}
