using System.Text;
using System.Text.Json;

namespace NodeBot.Core.Evaluation;

/// <summary>Questions with what must stand in the answer, and questions that must be declined.</summary>
public sealed record EvaluationSet(IReadOnlyList<AnswerableQuestion> Answerable, IReadOnlyList<string> Unanswerable)
{
    /// <summary>Reads the format of <c>knowledge/evaluation/*.json</c>.</summary>
    /// <exception cref="JsonException">The text is not such a set; the message says where.</exception>
    public static EvaluationSet Parse(string json)
    {
        var set = JsonSerializer.Deserialize(json, EvaluationJson.Default.EvaluationSet);
        if (set is not { Answerable: not null, Unanswerable: not null } || set.Answerable.Any(item => string.IsNullOrWhiteSpace(item.Q) || item.Evidence is not { Count: > 0 }))
            throw new JsonException("Expected {\"answerable\": [{\"q\": \"...\", \"evidence\": [\"...\"]}], \"unanswerable\": [\"...\"]}.");
        return set;
    }

    public static EvaluationSet Join(IEnumerable<EvaluationSet> sets)
    {
        var all = sets.ToList();
        return new EvaluationSet([.. all.SelectMany(set => set.Answerable)], [.. all.SelectMany(set => set.Unanswerable)]);
    }

    /// <returns>Whether one of the phrases stands in the text, white space and quotation marks aside.</returns>
    public static bool Holds(string text, IEnumerable<string> evidence)
    {
        var plain = Plain(text);
        return evidence.Any(phrase => plain.Contains(Plain(phrase), StringComparison.OrdinalIgnoreCase));
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var to = c switch
            {
                '’' or '‘' => '\'',
                '“' or '”' => '"',
                _ => char.IsWhiteSpace(c) ? ' ' : c,
            };
            if (to != ' ' || (plain.Length > 0 && plain[^1] != ' '))
                plain.Append(to);
        }

        return plain.ToString();
    }
}
