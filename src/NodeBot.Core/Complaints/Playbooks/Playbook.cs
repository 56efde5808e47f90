using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>How one kind of complaint is handled, as data of <c>knowledge/playbooks/*.yaml</c>.</summary>
public sealed record Playbook
{
    /// <summary>Name of the kind, such as <c>law_firm_demand</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What such a letter is and usually means.</summary>
    public required string Summary { get; init; }

    /// <summary>How soon to act, in words.</summary>
    public required string Urgency { get; init; }

    /// <summary>When to act, counted from the letter's arrival, where the letter sets no earlier deadline; 0 for now.</summary>
    public required int ActWithinHours { get; init; }

    public required IReadOnlyList<string> Recognise { get; init; }

    /// <summary>Phrases that speak for this kind, or, with a weight below zero, against it.</summary>
    public required IReadOnlyList<Cue> Cues { get; init; }

    /// <summary>In the order in which they are asked, shared ones in their places.</summary>
    public required IReadOnlyList<PlaybookQuestion> Questions { get; init; }

    /// <summary>Those of every kind first.</summary>
    public required IReadOnlyList<RedFlag> RedFlags { get; init; }

    /// <summary>In the order in which to take them.</summary>
    public required IReadOnlyList<PlaybookStep> Steps { get; init; }

    /// <summary>Its own first, then those of every kind.</summary>
    public required IReadOnlyList<string> Never { get; init; }

    /// <summary>How many of <see cref="Never"/>, the last ones, are of every kind.</summary>
    public int SharedNever { get; init; }

    public required IReadOnlyList<string> Contacts { get; init; }

    /// <summary>The fitting letters, best first.</summary>
    public required IReadOnlyList<FittingLetter> Letters { get; init; }

    public required IReadOnlyList<string> ReplyMust { get; init; }

    public required IReadOnlyList<string> ReplyMustNot { get; init; }

    /// <summary>What differs in a country, by ISO 3166-1 code.</summary>
    public required IReadOnlyDictionary<string, string> Variants { get; init; }

    /// <summary>Ids of the passages that it rests on.</summary>
    public required IReadOnlyList<string> Rests { get; init; }

    public required IReadOnlyList<SourceReference> Sources { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>Up to when the facts can be vouched for: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public required string AsOf { get; init; }

    /// <summary>Its own passage's id.</summary>
    public string PassageId => "playbook/" + Id.Replace('_', '-');

    /// <summary>How its name is written on a button or in a command.</summary>
    public override string ToString() => Id;
}
