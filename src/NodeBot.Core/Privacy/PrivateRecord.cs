namespace NodeBot.Core.Privacy;

/// <summary>Something that the bot keeps for one member alone.</summary>
/// <param name="Id">Eight of the letters A to Z and the digits 2 to 7.</param>
/// <param name="Content">What is kept, at most <see cref="PrivateRecords.MaxContent"/> characters; encrypted at rest.</param>
public sealed record PrivateRecord(string Id, string Content)
{
    /// <summary>When it is deleted.</summary>
    public required DateTimeOffset DeleteAt { get; init; }

    /// <summary>When the member is to be reminded of it; null for never.</summary>
    public DateTimeOffset? RemindAt { get; init; }
}
