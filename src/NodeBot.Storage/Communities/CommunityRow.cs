namespace NodeBot.Storage.Communities;

/// <summary>A community's settings, as JSON: they are always read and written together.</summary>
internal sealed class CommunityRow
{
    public required string Id { get; init; }

    public required string Json { get; set; }

    /// <summary>Counts changes: a change based on an older one is made again.</summary>
    public long Version { get; set; }
}
