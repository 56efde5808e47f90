namespace NodeBot.Storage.Jurisdictions;

/// <summary>What a member says has changed in a country; redacted, without who said it.</summary>
internal sealed class ChangeReportRow
{
    public long Id { get; init; }

    public required string Community { get; init; }

    public required string Country { get; init; }

    public required string Text { get; init; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long At { get; init; }

    public required string State { get; set; }

    /// <summary>The moderator who decided.</summary>
    public string? ClosedBy { get; set; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long? ClosedAt { get; set; }
}
