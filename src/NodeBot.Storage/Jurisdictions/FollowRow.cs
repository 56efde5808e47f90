namespace NodeBot.Storage.Jurisdictions;

/// <summary>A country that is posted about in a channel.</summary>
internal sealed class FollowRow
{
    public required string Id { get; init; }

    public required string Community { get; init; }

    public required string Surface { get; init; }

    public required string Channel { get; init; }

    public required string Country { get; init; }

    public required string Kind { get; set; }

    /// <summary>What was posted last, as JSON.</summary>
    public string? Fields { get; set; }

    /// <summary>Hash of the fields; empty where there are none.</summary>
    public required string Hash { get; set; }

    public string? EarlierHash { get; set; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long? PostedAt { get; set; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long DueAt { get; set; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long NextAt { get; set; }

    public int Failures { get; set; }
}
