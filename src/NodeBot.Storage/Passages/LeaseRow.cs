namespace NodeBot.Storage.Passages;

/// <summary>Who may do what only one replica may do at a time.</summary>
internal sealed class LeaseRow
{
    public required string Name { get; init; }

    public required string Holder { get; set; }

    /// <summary>Unix milliseconds, UTC.</summary>
    public long Until { get; set; }
}
