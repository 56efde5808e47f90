using System.Collections.Immutable;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>One member's walk through a playbook.</summary>
public sealed record Case
{
    /// <summary>Eight of the letters A to Z and the digits 2 to 7.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the kind of complaint; null while nobody has said which it is.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether what was read in the letter waits for the member's word.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Answer by question; empty for one that was skipped.</summary>
    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The questions in the order in which they were answered.</summary>
    public ImmutableList<string> Order { get; init; } = [];

    /// <summary>What was read in the letter; null where none was shown. Never its text.</summary>
    public LetterFields? Letter { get; init; }

    /// <summary>Numbers of the playbook's steps that are done.</summary>
    public ImmutableSortedSet<int> Done { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the member is to be reminded; null for never.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>Whether a reminder was set or turned off by the member, or proposed once: then none is set unasked any more.</summary>
    public bool IsReminderSettled { get; init; }

    /// <summary>When the member was reminded last.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Whom to remind: members on surfaces that can be written to.</summary>
    public ImmutableSortedSet<string> Reach { get; init; } = [];
}
