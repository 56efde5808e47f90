namespace NodeBot.Core.Knowledge;

/// <summary>Words of any language that stand for one canonical English term.</summary>
/// <param name="Canonical">The English term, lower case.</param>
/// <param name="Kind">What the term names.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2 (<c>EU</c> for the Union); set for countries only.</param>
/// <param name="Forms">Lower-case forms, one or more words each.</param>
/// <param name="CaseSensitiveForms">Forms that only count as written, such as <c>US</c>, which is not the pronoun.</param>
public sealed record Alias(
    string Canonical,
    AliasKind Kind,
    string? CountryCode,
    IReadOnlyList<string> Forms,
    IReadOnlyList<string> CaseSensitiveForms);
