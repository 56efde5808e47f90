using System.Globalization;
using System.Text;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Text;

namespace NodeBot.Core.Jurisdictions;

/// <summary>Finds a country by its code, its name or its adjective in any of the bot's languages, forgiving slips of the keyboard.</summary>
public sealed class CountryFinder
{
    // A slip for every four letters, as in completions; shorter words are codes, of which one slip makes another.
    private const int LettersPerSlip = 4;

    // With more of them, one country's name becomes another's.
    private const int MostSlips = 2;

    // Longer texts are not the name of a country; comparing them would only cost time.
    private const int Longest = 60;

    private static readonly string[] Articles = ["in ", "the ", "die ", "der ", "den ", "de ", "het ", "la ", "le ", "les ", "el ", "los ", "в ", "во ", "у ", "about ", "for "];

    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ownNames = new(StringComparer.Ordinal);
    private readonly CountryNames _names;
    private readonly Dictionary<string, Jurisdiction> _covered;

    public CountryFinder(KnowledgeBase knowledge)
    {
        _names = new CountryNames(knowledge.Jurisdictions, knowledge.Aliases);
        _covered = knowledge.Jurisdictions.ToDictionary(jurisdiction => jurisdiction.Code, StringComparer.Ordinal);
        Covered = knowledge.Jurisdictions;
        foreach (var jurisdiction in knowledge.Jurisdictions)
        {
            foreach (var name in jurisdiction.Names.Values.SelectMany(names => names).Append(jurisdiction.Name).Append(jurisdiction.Code))
            {
                _codes.TryAdd(Plain(name), jurisdiction.Code);
                _ownNames.Add(Plain(name));
            }
        }

        foreach (var alias in knowledge.Aliases.Where(alias => alias.CountryCode is not null))
        {
            foreach (var form in alias.Forms.Concat(alias.CaseSensitiveForms).Append(alias.Canonical).Append(alias.CountryCode!))
                _codes.TryAdd(Plain(form), alias.CountryCode!);
        }
    }

    /// <summary>English names of countries.</summary>
    public CountryNames Names => _names;

    /// <summary>The countries of which the law is described.</summary>
    public IReadOnlyList<Jurisdiction> Covered { get; }

    /// <returns>English name of a country.</returns>
    public string NameOf(string code) => _names.Of(code);

    /// <returns>The covered country of a code; null when it is not covered.</returns>
    public Jurisdiction? Jurisdiction(string code) => _covered.GetValueOrDefault(code);

    /// <param name="text">What a person wrote, such as <c>DE</c>, <c>österreichisch</c> or <c>Germny</c>.</param>
    /// <returns>The country, covered or not; or those that it may mean.</returns>
    public CountryMatch Find(string text)
    {
        var wanted = Plain(text);
        if (wanted.Length is 0 or > Longest)
            return new CountryMatch(null, []);
        if (_codes.TryGetValue(wanted, out var code))
            return new CountryMatch(code, []);
        if (Array.Find(Articles, article => wanted.StartsWith(article, StringComparison.Ordinal)) is { } prefix)
            return Find(wanted[prefix.Length..]);
        return Near(wanted);
    }

    /// <param name="text">A country's name and perhaps more behind it.</param>
    /// <returns>The code of the country that the text begins with, and the rest; null when it begins with none.</returns>
    public (string Code, string Behind)? Leading(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(4, words.Length); count > 0; count--)
        {
            if (_codes.TryGetValue(Plain(string.Join(' ', words[..count])), out var code))
                return (code, string.Join(' ', words[count..]));
        }

        return null;
    }

    private CountryMatch Near(string wanted)
    {
        var most = Math.Min(MostSlips, wanted.Length / LettersPerSlip);
        var nearest = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, code) in _codes)
        {
            // Among the aliases are cities: Atlantis is not Atlanta.
            var slips = _ownNames.Contains(name) ? most : Math.Min(1, most);
            if (slips == 0 || name.Length <= LettersPerSlip)
                continue;
            var distance = EditDistance.Within(name, wanted, slips);
            if (distance > slips)
                continue;
            if (distance < most)
                nearest.Clear();
            most = distance;
            nearest.Add(code);
        }

        return nearest.Count == 1 ? new CountryMatch(nearest.First(), []) : new CountryMatch(null, [.. nearest.Order(StringComparer.Ordinal)]);
    }

    // Case, accents and punctuation do not count.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c == '.')
                continue;
            plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Half a surrogate pair cannot be normalised.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
