namespace NodeBot.Core.Feedback;

/// <summary>Keeps verdicts on answers for a year.</summary>
public abstract class FeedbackStore
{
    /// <summary>How long a verdict is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Keeps a verdict; one member has one on a passage, and the later one counts.</summary>
    public abstract Task PutAsync(FeedbackEntry entry, CancellationToken cancellation);

    /// <returns>The community's verdicts, most frequent first.</returns>
    public abstract Task<IReadOnlyList<FeedbackCount>> CountAsync(string community, CancellationToken cancellation);
}
