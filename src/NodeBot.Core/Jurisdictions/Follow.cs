using System.Security.Cryptography;
using System.Text;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary>A country that is posted about in a channel.</summary>
/// <param name="Community">Whose channel.</param>
/// <param name="Surface">Where.</param>
/// <param name="Channel">The platform's id of the channel.</param>
/// <param name="Country">Code of the country.</param>
/// <param name="Kind">What is posted.</param>
public sealed record Follow(string Community, Surface Surface, string Channel, string Country, FollowKind Kind)
{
    /// <summary>The fields that were posted last, as <see cref="JurisdictionFields"/> writes them; null before the first summary.</summary>
    public string? Fields { get; init; }

    /// <summary>Hash of the fields before those: two versions of this program at once do not post back and forth.</summary>
    public string? EarlierHash { get; init; }

    /// <summary>When something was posted last; null for never.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>When the summary is due; for changes, when they were first followed.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Not before this time is anything tried: <see cref="DueAt"/>, or later after a failure.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Failures since the last post.</summary>
    public int Failures { get; init; }

    /// <summary>The same for the same channel and country: a channel has its changes once and its summary once.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Community}\n{Surface}\n{Channel}\n{Country}\n{(Kind == FollowKind.Changes ? "changes" : "summary")}")))[..16];

    /// <summary>Hash of <see cref="Fields"/>; empty where there are none.</summary>
    public string Hash => Fields is null ? "" : JurisdictionFields.Hash(Fields);
}
