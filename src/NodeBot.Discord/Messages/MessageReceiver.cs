using Microsoft.Extensions.Logging;
using NodeBot.Core.Communities;
using NodeBot.Core.Conversation;
using NodeBot.Discord.Interactions;
using NodeBot.Discord.Rest;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Messages;

/// <summary>Answers messages that are addressed to the bot: those that mention it, and private ones. All others are passed over unread.</summary>
internal sealed partial class MessageReceiver(
    Dispatcher dispatcher,
    CommunityDirectory communities,
    DiscordClient client,
    DiscordPoster poster,
    ChannelParents channels,
    ILogger<MessageReceiver> logger) : IDisposable
{
    /// <summary>Messages answered at once; one more waits for its turn.</summary>
    private const int MostAtOnce = 16;

    /// <summary>Messages that wait; above this the bot is being flooded, and answers nobody in time.</summary>
    private const int MostWaiting = 500;

    // Minutes without a message after which a thread is put away: a day.
    private const int ArchiveAfter = 1440;

    private const int LongestThreadName = 90;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly SeenIds _seen = new();
    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private int _waiting;

    /// <param name="message">A message, as it came.</param>
    /// <param name="self">The bot's own user id.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task ReceiveAsync(JsonMessage message, string self, CancellationToken cancellation)
    {
        if (!IsForUs(message, self) || !_seen.TryAdd(message.Id!))
            return;
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            Flooded(logger, message.Id!);
            return;
        }

        await _turns.WaitAsync(cancellation).ConfigureAwait(false);
        Interlocked.Decrement(ref _waiting);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(Longest);
        try
        {
            await AnswerAsync(message, self, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    /// <returns>Whether a message is addressed to the bot.</returns>
    public static bool IsForUs(JsonMessage message, string self) =>
        Snowflake.IsOne(message.Id) && Snowflake.IsOne(message.ChannelId) && Snowflake.IsOne(message.Author?.Id)
        && message.Author!.Bot != true && message.Author.Id != self && message.WebhookId is null
        && (message.GuildId is null || message.Mentions?.Any(user => user?.Id == self) == true);

    private async Task AnswerAsync(JsonMessage message, string self, CancellationToken cancellation)
    {
        var text = (message.Content ?? "").Replace($"<@{self}>", " ", StringComparison.Ordinal).Replace($"<@!{self}>", " ", StringComparison.Ordinal).Trim();
        var channel = message.GuildId is null ? null : await channels.FindAsync(message.ChannelId!, cancellation).ConfigureAwait(false);
        var community = message.GuildId is { } guild && Snowflake.IsOne(guild) ? InteractionReader.Platform + guild : null;
        var settings = community is null ? CommunitySettings.Default : await communities.FindAsync(community, cancellation).ConfigureAwait(false);
        // A thread that does not exist yet has the id of the message that it stands below.
        var opensThread = community is not null && settings.Mentions == MentionStyle.Thread && channel is { IsThread: false, Type: 0 or 5 };
        var turn = Turn.Parse(Surface.Discord, text, dispatcher.Specs) with
        {
            Id = message.Id,
            Community = community,
            Channel = community is null ? null : channel is { IsThread: true, ParentId: { } parent } ? parent : message.ChannelId,
            Member = InteractionReader.Platform + message.Author!.Id,
            Roles = [.. (message.Member?.Roles ?? []).OfType<string>()],
            Conversation = $"{InteractionReader.Platform}{(opensThread ? message.Id : message.ChannelId)}:{message.Author.Id}:public",
            Language = settings.Language ?? "en",
        };
        var reply = text.Length == 0 ? Reply.Of(Texts.For(turn.Language)["mentionHow"]) : await ReplyAsync(turn, cancellation).ConfigureAwait(false);
        await SendAsync(message, reply, Texts.For(turn.Language), opensThread && reply.Visibility == Visibility.Public && text.Length > 0, cancellation).ConfigureAwait(false);
    }

    private async Task<Reply> ReplyAsync(Turn turn, CancellationToken cancellation)
    {
        try
        {
            return await dispatcher.DispatchAsync(turn, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Failed(logger, turn.Command, e.GetType().Name);
            return Reply.Privately(Texts.For(turn.Language)["failed"]);
        }
    }

    // What is private goes into a private message: a mention has no answer that only one person sees.
    private async Task SendAsync(JsonMessage message, Reply reply, Texts texts, bool inThread, CancellationToken cancellation)
    {
        if (message.GuildId is not null && reply.Visibility == Visibility.Private)
        {
            if (await SendPrivatelyAsync(message, reply, texts, cancellation).ConfigureAwait(false) is { } closed)
                NotAnswered(logger, message.Id!, closed.Mend);
            return;
        }

        var thread = inThread ? await ThreadAsync(message, texts, cancellation).ConfigureAwait(false) : null;
        var failure = await poster.PostAsync(thread ?? message.ChannelId!, reply, texts, message.Id!, thread is null && message.GuildId is not null ? message.Id : null, cancellation).ConfigureAwait(false);
        if (failure is null)
            return;
        NotAnswered(logger, message.Id!, failure.Mend);
        // The person who waits learns why, and gets the answer all the same.
        if (message.GuildId is not null && failure.Kind == DiscordFailureKind.Forbidden)
            await SendPrivatelyAsync(message, reply with { Blocks = [new TextBlock($"I could not answer in the channel. {failure.Mend} Please tell a moderator. Here is the answer:"), .. reply.Blocks] }, texts, cancellation).ConfigureAwait(false);
    }

    private Task<DiscordFailure?> SendPrivatelyAsync(JsonMessage message, Reply reply, Texts texts, CancellationToken cancellation) =>
        poster.SendPrivatelyAsync(message.Author!.Id!, reply, texts, message.Id!, cancellation);

    // Its name tells nothing of the question: thread names stay in the list after the question is deleted.
    private async Task<string?> ThreadAsync(JsonMessage message, Texts texts, CancellationToken cancellation)
    {
        var name = $"NodeBot: {texts["answerTo"]}";
        var opened = await client.OpenThreadAsync(message.ChannelId!, message.Id!, new ThreadProperties(name[..Math.Min(name.Length, LongestThreadName)], ArchiveAfter), cancellation).ConfigureAwait(false);
        if (opened.IsSuccess)
            return Snowflake.IsOne(opened.Value?.Id) ? opened.Value!.Id : message.Id;
        if (opened.Failure.Code == DiscordFailure.ThreadExists)
            return message.Id;
        NotAnswered(logger, message.Id!, opened.Failure.Mend + " I answer in the channel instead.");
        return null;
    }

    [LoggerMessage(LogLevel.Error, "/{Command} failed on Discord: {Error}.")]
    private static partial void Failed(ILogger logger, string command, string error);

    [LoggerMessage(LogLevel.Warning, "Message {Id}: {Mend}")]
    private static partial void NotAnswered(ILogger logger, string id, string mend);

    [LoggerMessage(LogLevel.Warning, "Message {Id} was passed over: hundreds of mentions are waiting. If somebody floods the server, moderate them; /ask still answers.")]
    private static partial void Flooded(ILogger logger, string id);
}
