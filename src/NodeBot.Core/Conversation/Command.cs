namespace NodeBot.Core.Conversation;

/// <summary>One thing that the bot can do. Written once for all surfaces.</summary>
public abstract class Command
{
    public abstract CommandSpec Spec { get; }

    /// <param name="turn">A turn whose command is this one; its options are unchecked.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Always a reply: bad input gets one that says what is wrong and how to mend it.</returns>
    public abstract ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation);

    /// <param name="turn">What was chosen so far.</param>
    /// <param name="option">The option that is being typed, one whose spec completes.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Every value that there is, with its label; the surface picks those nearest to what was typed.</returns>
    public virtual ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<OptionChoice>>([]);
}
