namespace NodeBot.Core.Complaints.Cases;

/// <summary>The member's country in a case.</summary>
internal static class CaseCountry
{
    /// <returns>ISO 3166-1 code; null when it was not said.</returns>
    public static string? Country(this Case @case) => @case.Answers.GetValueOrDefault("country") is { Length: > 0 } code ? code : null;
}
