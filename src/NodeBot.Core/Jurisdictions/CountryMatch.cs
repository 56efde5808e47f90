namespace NodeBot.Core.Jurisdictions;

/// <summary>What words for a country were found to mean.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 code, <c>EU</c> for the Union; null when it is none, or one of several.</param>
/// <param name="Candidates">Codes that it may mean, when it is not sure which; else empty.</param>
public sealed record CountryMatch(string? Code, IReadOnlyList<string> Candidates);
