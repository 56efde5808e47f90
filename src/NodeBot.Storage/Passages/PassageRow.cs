namespace NodeBot.Storage.Passages;

/// <summary>A passage in its present state.</summary>
internal sealed class PassageRow
{
    public required string Id { get; init; }

    /// <summary>Sequence number of the last change.</summary>
    public long Version { get; set; }

    /// <summary>The passage as JSON; null once it was removed.</summary>
    public string? Json { get; set; }
}
