using System.Globalization;
using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Complaints.Reading;

namespace NodeBot.Core.Complaints;

/// <summary>What is kept and shown of a recognised letter: what was read in it, never its text.</summary>
public static class ExplainedLetter
{
    /// <param name="finding">What was recognised.</param>
    /// <param name="received">When it arrived; null when nobody said so.</param>
    public static LetterFields Fields(LetterFinding finding, DateOnly? received)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["sender"] = finding.Sender,
            ["claimant"] = finding.Claimant,
            ["references"] = finding.References.Count == 0 ? null : string.Join("; ", finding.References),
            ["deadline"] = Day(finding.Deadline),
            ["amount"] = finding.Amount,
            ["country"] = finding.Country,
            ["ip"] = finding.Ip,
            ["port"] = finding.Port?.ToString(CultureInfo.InvariantCulture),
            ["incidentAt"] = finding.IncidentAt,
            ["received"] = Day(received),
        };
        return new LetterFields
        {
            Values = new LetterFields().Values.AddRange(values.Where(pair => pair.Value is { Length: > 0 }).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))),
            Demands = [.. finding.Demands],
            RedFlags = [.. finding.RedFlags],
            Alternatives = [.. finding.Alternatives.Select(alternative => alternative.Kind)],
        };
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
