namespace NodeBot.Core.Conversation;

/// <summary>Posts into channels of a community on its own account, beside replies.</summary>
public abstract class ChannelPoster
{
    /// <param name="community">Whose channel.</param>
    /// <param name="channel">The platform's id of the channel.</param>
    /// <param name="reply">What to post; its form is left out.</param>
    /// <param name="once">A key of at most 25 characters: a second post with the same key within minutes is the first one.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null when it is posted; else what is wrong and how to mend it, for the person who waits.</returns>
    public abstract Task<string?> PostAsync(string community, string channel, Reply reply, string once, CancellationToken cancellation);

    /// <returns>Null when the bot may post there, as far as can be seen; else what is wrong and how to mend it.</returns>
    public abstract Task<string?> CheckAsync(string community, string channel, CancellationToken cancellation);
}
