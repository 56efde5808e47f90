namespace NodeBot.Storage.Privacy;

/// <summary>Something kept for one member, encrypted.</summary>
internal sealed class PrivateRow
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>Encrypted by ASP.NET Data Protection.</summary>
    public required byte[] Content { get; set; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long DeleteAt { get; set; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long? RemindAt { get; set; }

    public long Version { get; set; }
}
