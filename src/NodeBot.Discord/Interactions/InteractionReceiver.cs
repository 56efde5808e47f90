using Microsoft.Extensions.Logging;
using NodeBot.Core.Communities;
using NodeBot.Core.Conversation;
using NodeBot.Discord.Rendering;
using NodeBot.Discord.Rest;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Interactions;

/// <summary>Handles interactions, whichever way they came: each once, answered in time, deferred when it takes longer.</summary>
internal sealed partial class InteractionReceiver(
    Dispatcher dispatcher,
    CommunityDirectory communities,
    DiscordClient client,
    DiscordRendering rendering,
    BackgroundWork background,
    TimeProvider time,
    ILogger<InteractionReceiver> logger)
{
    /// <summary>After this time without an answer, "thinking" is shown: the answer is due within three seconds, on the way included.</summary>
    public static readonly TimeSpan DeferAfter = TimeSpan.FromMilliseconds(700);

    /// <summary>Interactions handled at once; one more gets a polite refusal. At 15 ms each on two cores the last of them waits for a second.</summary>
    public const int MostAtOnce = 128;

    // Nothing that the bot does takes longer; a token lives for 15 minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // Proposals that come later are not shown any more.
    private static readonly TimeSpan LongestCompletion = TimeSpan.FromSeconds(2);

    // A deferral may take a moment to be known to the server that gets the edit.
    private static readonly TimeSpan[] EditPauses = [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private readonly InteractionReader _reader = new(dispatcher);
    private readonly SeenIds _seen = new();
    private int _running;

    /// <returns>The first answer; null when the interaction was handled before, or is none.</returns>
    public async Task<FirstAnswer?> ReceiveAsync(JsonInteraction interaction, CancellationToken cancellation)
    {
        if (interaction.Type == InteractionType.Ping)
            return new FirstAnswer(new PongProperties(), []);
        if (!Snowflake.IsOne(interaction.Id) || !Snowflake.IsOne(interaction.ApplicationId) || string.IsNullOrEmpty(interaction.Token) || !interaction.Token.All(IsTokenCharacter) || !_seen.TryAdd(interaction.Id!))
            return null;
        var read = _reader.Read(interaction);
        if (interaction.Type == InteractionType.Autocomplete)
            return new FirstAnswer(new ChoicesResponseProperties(await CompleteAsync(read, cancellation).ConfigureAwait(false)), []);
        var texts = Texts.For(InteractionReader.Language(interaction.Locale));
        if (read is null)
            return Whole(Reply.Privately(texts["unknownPress"]), texts, isEphemeral: true, interaction);
        if (Interlocked.Increment(ref _running) > MostAtOnce)
        {
            Interlocked.Decrement(ref _running);
            return Whole(Reply.Privately(texts["busy"]), texts, isEphemeral: true, interaction);
        }

        return await AnswerAsync(interaction, read, cancellation).ConfigureAwait(false);
    }

    /// <summary>Receives an interaction of the gateway, and answers it by a request of its own.</summary>
    public async Task ReceiveAndCallBackAsync(JsonInteraction interaction, CancellationToken cancellation)
    {
        if (await ReceiveAsync(interaction, cancellation).ConfigureAwait(false) is { } answer)
            await CallBackAsync(interaction, answer, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends a first answer by a request of its own, and then what comes after it.</summary>
    public async Task CallBackAsync(JsonInteraction interaction, FirstAnswer answer, CancellationToken cancellation)
    {
        var sent = await client.CallbackAsync(interaction.Id!, interaction.Token!, answer.Response, answer.Files, cancellation).ConfigureAwait(false);
        if (sent.IsSuccess)
            Continue(answer);
        else
            NotAnswered(logger, interaction.Id!, sent.Failure.Mend);
    }

    /// <summary>Starts what comes after a first answer that was delivered.</summary>
    public void Continue(FirstAnswer answer)
    {
        if (answer.After is { } after)
            background.Run(after);
    }

    // Letters of URL-safe base 64 and what some servers add: nothing that would change the path.
    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '=' or ':';

    private async Task<FirstAnswer> AnswerAsync(JsonInteraction interaction, ReadInteraction read, CancellationToken cancellation)
    {
        // On a thread of its own: a search works without a pause for some milliseconds.
        var work = Task.Run(() => WorkAsync(read.Turn), CancellationToken.None);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var inTime = await Task.WhenAny(work, Task.Delay(DeferAfter, time, stop.Token)).ConfigureAwait(false) == work;
        await stop.CancelAsync().ConfigureAwait(false);
        if (!inTime)
            return new FirstAnswer(new DeferredResponseProperties(new DeferredProperties(read.IsEphemeral ? MessageProperties.Ephemeral : null)), [], token => FinishAsync(interaction, read, work, token), IsDeferred: true);
        var reply = await work.ConfigureAwait(false);
        var texts = await TextsAsync(read.Turn, cancellation).ConfigureAwait(false);
        // A modal cannot answer a modal.
        if (reply.Form is { Opener: null } form && interaction.Type != InteractionType.ModalSubmit)
            return new FirstAnswer(new ModalResponseProperties(ReplyRenderer.Modal(form)), []);
        return Whole(reply, texts, read.IsEphemeral || reply.Visibility == Visibility.Private, interaction);
    }

    private async Task<Reply> WorkAsync(Turn turn)
    {
        var texts = Texts.For(turn.Language);
        using var stop = new CancellationTokenSource(Longest, time);
        try
        {
            return await dispatcher.DispatchAsync(turn, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Reply.Privately(texts["tooLong"]);
        }
        catch (Exception e)
        {
            // Whatever goes wrong in a command, the person gets an answer and the log the kind of error.
            Failed(logger, turn.Command, e.GetType().Name);
            return Reply.Privately(texts["failed"]);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private FirstAnswer Whole(Reply reply, Texts texts, bool isEphemeral, JsonInteraction interaction)
    {
        var messages = rendering.Render(reply, texts, isEphemeral);
        Func<CancellationToken, Task>? after = messages.Count == 1 ? null : token => FollowUpAsync(interaction, messages.Skip(1), token);
        return new FirstAnswer(new MessageResponseProperties(messages[0].Properties), messages[0].Files, after);
    }

    // The answer to an interaction that was deferred.
    private async Task FinishAsync(JsonInteraction interaction, ReadInteraction read, Task<Reply> work, CancellationToken cancellation)
    {
        var reply = await work.ConfigureAwait(false);
        var isEphemeral = read.IsEphemeral || reply.Visibility == Visibility.Private;
        var messages = rendering.Render(reply, await TextsAsync(read.Turn, cancellation).ConfigureAwait(false), isEphemeral);
        if (isEphemeral && !read.IsEphemeral)
        {
            // "Thinking" was shown to all, and cannot be made private: it goes, and the answer comes beside it.
            await client.DeleteOriginalAsync(interaction.ApplicationId!, interaction.Token!, cancellation).ConfigureAwait(false);
            await FollowUpAsync(interaction, messages, cancellation).ConfigureAwait(false);
            return;
        }

        if (await EditAsync(interaction, messages[0], cancellation).ConfigureAwait(false))
            await FollowUpAsync(interaction, messages.Skip(1), cancellation).ConfigureAwait(false);
    }

    private async Task<bool> EditAsync(JsonInteraction interaction, OutgoingMessage message, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            var sent = await client.EditOriginalAsync(interaction.ApplicationId!, interaction.Token!, message.Properties, message.Files, cancellation).ConfigureAwait(false);
            if (sent.IsSuccess)
                return true;
            if (sent.Failure.Kind != DiscordFailureKind.NotFound || attempt == EditPauses.Length)
            {
                NotAnswered(logger, interaction.Id!, sent.Failure.Mend);
                return false;
            }

            await Task.Delay(EditPauses[attempt], time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task FollowUpAsync(JsonInteraction interaction, IEnumerable<OutgoingMessage> messages, CancellationToken cancellation)
    {
        foreach (var message in messages)
        {
            var sent = await client.FollowUpAsync(interaction.ApplicationId!, interaction.Token!, message.Properties, message.Files, cancellation).ConfigureAwait(false);
            if (!sent.IsSuccess)
            {
                NotAnswered(logger, interaction.Id!, sent.Failure.Mend);
                return;
            }
        }
    }

    private async Task<ChoicesProperties> CompleteAsync(ReadInteraction? read, CancellationToken cancellation)
    {
        if (read?.Focused is not { } focused)
            return new ChoicesProperties([]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(LongestCompletion);
        try
        {
            var choices = await dispatcher.CompleteAsync(read.Turn, focused.Option, focused.Typed, stop.Token).ConfigureAwait(false);
            return new ChoicesProperties([.. choices.Where(choice => choice.Value.Length <= PressKey.Longest).Select(choice => new ChoiceProperties(choice.Label.Length <= PressKey.Longest ? choice.Label : choice.Label[..PressKey.Longest], choice.Value))]);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // Proposals are a comfort: without them the person types the value.
            Failed(logger, read.Turn.Command, e.GetType().Name);
            return new ChoicesProperties([]);
        }
    }

    private async ValueTask<Texts> TextsAsync(Turn turn, CancellationToken cancellation)
    {
        var settings = turn.Community is null ? CommunitySettings.Default : await communities.FindAsync(turn.Community, cancellation).ConfigureAwait(false);
        return Texts.For(settings.Language ?? turn.Language);
    }

    [LoggerMessage(LogLevel.Error, "/{Command} failed on Discord: {Error}.")]
    private static partial void Failed(ILogger logger, string command, string error);

    [LoggerMessage(LogLevel.Warning, "Interaction {Id} was not answered. {Mend}")]
    private static partial void NotAnswered(ILogger logger, string id, string mend);
}
