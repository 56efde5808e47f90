namespace NodeBot.Storage.Passages;

/// <summary>Says that a passage changed.</summary>
internal sealed class OutboxRow
{
    public required long Sequence { get; init; }

    public required string PassageId { get; init; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public required long At { get; init; }
}
