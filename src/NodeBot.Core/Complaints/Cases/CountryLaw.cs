namespace NodeBot.Core.Complaints.Cases;

/// <summary>What a walk must know of countries.</summary>
/// <param name="Dsa">ISO 3166-1 codes of the countries where the Digital Services Act applies.</param>
/// <param name="Restricted">Codes of the countries that restrict exits.</param>
public sealed record CountryLaw(IReadOnlySet<string> Dsa, IReadOnlySet<string> Restricted);
