using System.Globalization;
using NodeBot.Core.Knowledge;

namespace NodeBot.Retrieval.Text;

/// <summary>Turns text into terms: tokens, stemmed in their language, and the canonical terms of the aliases that stand in them.</summary>
internal sealed class TextAnalyzer(IReadOnlyList<Alias> aliases)
{
    private readonly Stemmer _stemmer = new();
    private readonly AliasMatcher _aliases = new(aliases);

    /// <summary>Folded words of the aliases.</summary>
    public IEnumerable<string> AliasWords => _aliases.Vocabulary;

    /// <param name="text">Any text.</param>
    /// <param name="language">ISO 639-1, or null to guess.</param>
    /// <returns>Terms in order, repetitions kept.</returns>
    public List<string> Terms(string text, string? language = null) => Terms(Tokenizer.Tokenize(text), language);

    public List<string> Terms(List<Token> tokens, string? language = null)
    {
        language ??= LanguageGuess.Of(tokens);
        var terms = new List<string>(tokens.Count + 4);
        var covered = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var stem = _stemmer.Stem(tokens[i].Folded, language);
            if (i >= covered && _aliases.Match(tokens, i) is var (alias, length))
            {
                covered = i + length;
                var canonical = CanonicalTerm(alias);
                terms.Add(canonical);
                if (length == 1 && stem == canonical)
                    continue;
            }

            terms.Add(stem);
        }

        return terms;
    }

    /// <returns>ISO codes of the countries that are named.</returns>
    public IReadOnlyList<string> Countries(List<Token> tokens)
    {
        var codes = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (_aliases.Match(tokens, i) is var (alias, length))
            {
                if (alias.CountryCode is { } code && !codes.Contains(code))
                    codes.Add(code);
                i += length - 1;
            }
        }

        return codes;
    }

    /// <returns>Whether a form of the canonical term stands in the text.</returns>
    public bool Names(List<Token> tokens, string canonical)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (_aliases.Match(tokens, i) is var (alias, _) && alias.Canonical == canonical)
                return true;
        }

        return false;
    }

    private string CanonicalTerm(Alias alias) =>
        alias.Canonical.Contains(' ', StringComparison.Ordinal)
            ? alias.Canonical.Replace(' ', '_').ToLower(CultureInfo.InvariantCulture)
            : _stemmer.Stem(alias.Canonical, "en");
}
