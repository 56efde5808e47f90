namespace NodeBot.Discord.Wire;

/// <summary>How often sessions may still be started.</summary>
internal sealed record JsonSessionStartLimit
{
    public int Remaining { get; init; } = 1000;

    /// <summary>Milliseconds until the count starts anew.</summary>
    public long ResetAfter { get; init; }

    public int MaxConcurrency { get; init; } = 1;
}
