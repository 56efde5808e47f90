using NodeBot.Core.Text;

namespace NodeBot.Core.Conversation;

/// <summary>Picks what to propose while a person types.</summary>
public static class Completion
{
    /// <summary>Most proposals that are shown (Discord's limit).</summary>
    public const int Limit = 25;

    // A slip for every four letters typed.
    private const int LettersPerSlip = 4;

    /// <returns>What begins with the typed text, then what has a word that does, then what holds it, then what comes near it; in order within each, at most 25.</returns>
    public static IReadOnlyList<OptionChoice> Nearest(IEnumerable<OptionChoice> choices, string typed)
    {
        var wanted = typed.Trim().ToLowerInvariant();
        return [.. choices
            .Select(choice => (Choice: choice, Rank: Rank(choice, wanted)))
            .Where(pair => pair.Rank is not null)
            .OrderBy(pair => pair.Rank)
            .Take(Limit)
            .Select(pair => pair.Choice)];
    }

    private static int? Rank(OptionChoice choice, string wanted)
    {
        var label = choice.Label.ToLowerInvariant();
        var value = choice.Value.ToLowerInvariant();
        if (label.StartsWith(wanted, StringComparison.Ordinal) || value.StartsWith(wanted, StringComparison.Ordinal))
            return 0;
        var words = label.Split([' ', '/', '-', ',', ':'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(word => word.StartsWith(wanted, StringComparison.Ordinal)))
            return 1;
        if (label.Contains(wanted, StringComparison.Ordinal) || value.Contains(wanted, StringComparison.Ordinal))
            return 2;
        var slips = wanted.Length / LettersPerSlip;
        return slips > 0 && wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(part => words.Any(word => IsNear(word, part))) ? 3 : null;
    }

    // What was typed may be the beginning of a longer word.
    private static bool IsNear(string word, string part)
    {
        var slips = Math.Max(1, part.Length / LettersPerSlip);
        return Math.Min(EditDistance.Within(word, part, slips), EditDistance.Within(word[..Math.Min(word.Length, part.Length)], part, slips)) <= slips;
    }
}
