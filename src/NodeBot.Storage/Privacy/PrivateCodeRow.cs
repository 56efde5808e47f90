namespace NodeBot.Storage.Privacy;

/// <summary>A code by which a record can be taken along.</summary>
internal sealed class PrivateCodeRow
{
    /// <summary>Keyed hash of the code.</summary>
    public required string Code { get; init; }

    public required string RecordId { get; init; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long ExpiresAt { get; init; }
}
