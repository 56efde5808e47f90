using System.Collections.Frozen;
using System.Numerics;
using NodeBot.Core.Text;

namespace NodeBot.Retrieval.Text;

/// <summary>Replaces a word that nobody knows by the known word it was meant to be.</summary>
internal sealed class TypoCorrector
{
    /// <summary>Shorter words have too many neighbours to guess.</summary>
    public const int ShortestWord = 5;

    // Two slips are only believed in words of this length and more.
    private const int TwoEditsFrom = 8;

    private readonly FrozenDictionary<string, int> _counts;
    private readonly Dictionary<int, (string Word, ulong Letters)[]> _byLength;
    private readonly IReadOnlySet<string> _otherWords;

    /// <param name="counts">Folded words of the knowledge with how often each occurs.</param>
    /// <param name="otherWords">Words that are right though the knowledge does not use them; never corrected.</param>
    public TypoCorrector(IReadOnlyDictionary<string, int> counts, IReadOnlySet<string> otherWords)
    {
        _counts = counts.ToFrozenDictionary(StringComparer.Ordinal);
        _otherWords = otherWords;
        _byLength = counts.Keys.Where(word => word.Length >= ShortestWord - 1)
            .GroupBy(word => word.Length)
            .ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).Select(word => (word, Letters(word))).ToArray());
    }

    /// <returns>The word itself when it is known, short, or like no other; else the nearest known word, the more frequent of two.</returns>
    public string Correct(string word)
    {
        if (word.Length < ShortestWord || _counts.ContainsKey(word) || _otherWords.Contains(word) || word.AsSpan().ContainsAnyInRange('0', '9'))
            return word;

        var allowed = word.Length >= TwoEditsFrom ? 2 : 1;
        var letters = Letters(word);
        var best = word;
        var bestDistance = allowed + 1;
        for (var length = word.Length - allowed; length <= word.Length + allowed; length++)
        {
            foreach (var (candidate, itsLetters) in _byLength.GetValueOrDefault(length) ?? [])
            {
                // Each slip changes the set of letters by two at most, which is far cheaper to see than the distance.
                if (BitOperations.PopCount(letters ^ itsLetters) > 2 * allowed)
                    continue;
                var distance = EditDistance.Within(word, candidate, Math.Min(bestDistance, allowed));
                if (distance < bestDistance || (distance == bestDistance && distance <= allowed && _counts[candidate] > _counts[best]))
                    (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    private static ulong Letters(string word)
    {
        var letters = 0UL;
        foreach (var c in word)
            letters |= 1UL << (c % 64);
        return letters;
    }
}
