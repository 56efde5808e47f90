namespace NodeBot.Core.Conversation;

/// <summary>Writes to one member in private, on the bot's own account.</summary>
public abstract class MemberMessenger
{
    /// <param name="member">Whom, such as <c>discord:80351110224678912</c>.</param>
    /// <param name="reply">What to write; its form is left out.</param>
    /// <param name="once">A key of at most 25 characters: a second message with the same key within minutes is the first one.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null when it was sent; else what is wrong, for the log: it names nobody.</returns>
    public abstract Task<string?> SendAsync(string member, Reply reply, string once, CancellationToken cancellation);
}
