using System.Collections.Immutable;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>What was read in a letter.</summary>
public sealed record LetterFields
{
    /// <summary>By name: sender, claimant, references, deadline, amount, country, ip, port, incidentAt, received.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Such as <c>pay</c> and <c>sign_declaration</c>.</summary>
    public ImmutableArray<string> Demands { get; init; } = [];

    /// <summary>Such as <c>court</c> and <c>pay</c>.</summary>
    public ImmutableArray<string> RedFlags { get; init; } = [];

    /// <summary>Kinds that it may be as well.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];
}
