namespace NodeBot.Core.Conversation;

/// <summary>One thing that the bot can do. Written once for all surfaces.</summary>
public abstract class Command
{
    public abstract CommandSpec Spec { get; }

    /// <param name="turn">A turn whose command is this one; its options are unchecked.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Always a reply: bad input gets one that says what is wrong and how to mend it.</returns>
    public abstract ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation);
}
