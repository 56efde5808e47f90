using System.Globalization;
using NodeBot.Core.Complaints.Reading;

namespace NodeBot.Core.Tests.Complaints.Reading;

/// <summary>How well letters are recognised, field by field.</summary>
internal sealed class LetterEvaluation
{
    private static readonly StringComparer Loose = StringComparer.OrdinalIgnoreCase;

    private readonly Dictionary<string, FieldCount> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _misses = [];

    /// <summary>One line for each field that is not right.</summary>
    public IReadOnlyList<string> Misses => _misses;

    public FieldCount this[string field] => _fields.TryGetValue(field, out var count) ? count : _fields[field] = new FieldCount(field);

    public static LetterEvaluation Of(LetterReader reader, IEnumerable<ExpectedLetter> letters)
    {
        var evaluation = new LetterEvaluation();
        foreach (var letter in letters)
            evaluation.Add(letter, reader.Read(letter.Text, letter.Received));
        return evaluation;
    }

    public override string ToString() =>
        string.Join('\n', _fields.Values.Select(field => $"{field.Name,-12} right {field.Right,3}  missed {field.Missed,3}  wrong {field.Wrong,3}  {field.Share:P1}").Concat(_misses));

    private void Add(ExpectedLetter letter, LetterFinding finding)
    {
        Count(letter, "kind", letter.Kind, finding.Kind, Loose.Equals);
        Count(letter, "deadline", Text(letter.Deadline), Text(finding.Deadline), Loose.Equals);
        Count(letter, "amount", letter.Amount, finding.Amount, Loose.Equals);
        Count(letter, "country", letter.Country, finding.Country, Loose.Equals);
        Count(letter, "ip", letter.Ip, finding.Ip, Loose.Equals);
        Count(letter, "port", Text(letter.Port), Text(finding.Port), Loose.Equals);
        Count(letter, "incidentAt", letter.IncidentAt, finding.IncidentAt, Loose.Equals);
        Count(letter, "claimant", letter.Claimant, finding.Claimant, Loose.Equals);
        Count(letter, "sender", letter.Sender, finding.Sender, Loose.Equals);
        Count(letter, "references", Join(letter.References), Join(finding.References), (_, _) => letter.References.ToHashSet(Loose).SetEquals(finding.References), letter.References.Intersect(finding.References, Loose).Count() == finding.References.Count);
        if (letter.Demands is { } demands)
            Count(letter, "demands", Join(demands), Join(finding.Demands), (_, _) => demands.ToHashSet(Loose).SetEquals(finding.Demands));
        if (letter.RedFlags is { } flags)
            Count(letter, "redFlags", Join(flags), Join(finding.RedFlags), (_, _) => flags.ToHashSet(Loose).SetEquals(finding.RedFlags));
    }

    private void Count(ExpectedLetter letter, string field, string? expected, string? found, Func<string?, string?, bool> isSame, bool isPart = false)
    {
        var count = this[field];
        if (isSame(expected, found))
        {
            count.Right++;
            return;
        }

        if (found is null || isPart)
            count.Missed++;
        else
            count.Wrong++;
        _misses.Add($"{letter.Name}: {field} is {found ?? "-"}, expected {expected ?? "-"}");
    }

    private static string? Text(IFormattable? value) => value?.ToString(value is DateOnly ? "O" : null, CultureInfo.InvariantCulture);

    private static string? Join(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(" | ", values.Order(StringComparer.Ordinal));
}
