namespace NodeBot.Discord.Wire;

/// <summary>A channel or thread.</summary>
internal sealed record JsonChannel
{
    public string? Id { get; init; }

    public int? Type { get; init; }

    /// <summary>Of a thread, the channel that it is in.</summary>
    public string? ParentId { get; init; }

    /// <summary>Announcement, public and private threads.</summary>
    public bool IsThread => Type is 10 or 11 or 12;
}
