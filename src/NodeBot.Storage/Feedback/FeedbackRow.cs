namespace NodeBot.Storage.Feedback;

/// <summary>A verdict on an answer.</summary>
internal sealed class FeedbackRow
{
    /// <summary>Keyed hash of community, member and passage: who it was cannot be read from it.</summary>
    public required string Id { get; init; }

    public required string Community { get; init; }

    public required string Passage { get; init; }

    public required string Verdict { get; set; }

    public string? Country { get; set; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long At { get; set; }
}
