using NodeBot.Core.Knowledge;

namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>What a point carries.</summary>
/// <param name="Id">The passage's id.</param>
/// <param name="Hash">Of the passage with its notes: tells whether a reader's copy is the same.</param>
/// <param name="Version">Sequence number of the change that wrote it; 0 for shipped knowledge.</param>
/// <param name="Status"><see cref="Approved"/>, or <see cref="Removed"/> for what is left of a removed passage.</param>
/// <param name="Source">Kind of passage.</param>
/// <param name="Community">Who may see it; <see cref="Everyone"/> or a community.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Jurisdiction">ISO 3166-1, of a passage on one country.</param>
/// <param name="AsOf">First day of the passage's as-of date.</param>
/// <param name="Passage">The passage itself.</param>
/// <param name="Notes">The notes about it.</param>
/// <param name="Card">What scores it (<see cref="CardBytes"/>).</param>
internal sealed record PointPayload(
    string Id,
    string Hash,
    long Version,
    string Status,
    PassageSource? Source,
    string? Community,
    string? Language,
    string? Jurisdiction,
    string? AsOf,
    Passage? Passage,
    IReadOnlyList<Passage>? Notes,
    byte[]? Card)
{
    public const string Approved = "approved";
    public const string Removed = "removed";

    /// <summary>Community of what everyone may see: no platform's ids look like it.</summary>
    public const string Everyone = "*";
}
