namespace NodeBot.Storage.Privacy;

/// <summary>Says whose a record is.</summary>
internal sealed class PrivateHolderRow
{
    /// <summary>Keyed hash of the member: who it is cannot be read from it.</summary>
    public required string Holder { get; init; }

    public required string RecordId { get; init; }
}
