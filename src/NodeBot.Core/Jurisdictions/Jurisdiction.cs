using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Jurisdictions;

/// <summary>What is known of one country's law for those who run exits. General information, not legal advice.</summary>
public sealed record Jurisdiction
{
    /// <summary>ISO 3166-1 alpha-2, upper case; <c>EU</c> for the Union.</summary>
    public required string Code { get; init; }

    /// <summary>In English.</summary>
    public required string Name { get; init; }

    /// <summary>Names and adjectives, by ISO 639-1 code of their language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; init; }

    /// <summary>Whether Article 4 of the Digital Services Act holds there, which then comes first.</summary>
    public required bool DsaApplies { get; init; }

    public required JurisdictionRisk Risk { get; init; }

    /// <summary>What the guide names as the country's rule; null where it names none.</summary>
    public string? GuideSays { get; init; }

    /// <summary>Id of the guide's passage on the country; null where there is none.</summary>
    public string? GuidePassage { get; init; }

    public required JurisdictionRule Rule { get; init; }

    public required string Summary { get; init; }

    /// <summary>What letters usually look like there.</summary>
    public required string Letters { get; init; }

    /// <summary>What the protection hangs on, and what is not settled.</summary>
    public required string Conditions { get; init; }

    /// <summary>The Regional Internet Registry, in words.</summary>
    public required string Registry { get; init; }

    public required IReadOnlyList<SourceReference> Sources { get; init; }

    /// <summary>Low: the article or its present state must be checked before it is relied upon.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Up to when it can be vouched for: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public required string AsOf { get; init; }

    /// <summary>Id of the passage that cites it: <c>jurisdiction/de</c>.</summary>
    public string PassageId => "jurisdiction/" + Code.ToLowerInvariant();

    /// <summary>Path of its page on NodeBot's web site, starting with a slash.</summary>
    public string Path => "/jurisdictions/" + Code.ToLowerInvariant();
}
