using System.Collections.Frozen;

namespace NodeBot.Retrieval.Text;

/// <summary>Guesses the language of a question from its commonest words: enough to choose a stemmer.</summary>
internal static class LanguageGuess
{
    private static readonly FrozenDictionary<string, string[]> Words = Build(
        ("en", "the is are what how do does i my a to of it in can should if when why who which for with on from and or not they me you"),
        ("de", "der die das ist sind was wie ich mein meine meinen ein eine einen zu von es im kann soll wenn wann warum wer welche fur mit auf und oder nicht sie mir wo darf muss gibt bei man uber den dem"),
        ("nl", "de het is zijn wat hoe ik mijn een te van kan moet als wanneer waarom wie welke voor met op en of niet ze waar mag bij er dat voor heb ben"),
        ("fr", "le la les est sont que quoi comment je mon ma mes un une de du des il dans peut dois si quand pourquoi qui quelle quel pour avec sur et ou ne pas ils moi puis faut ce cest quest"),
        ("es", "el la los las es son que como yo mi mis un una de del en puedo debo si cuando por porque quien cual para con y o no ellos donde hay tengo se al"));

    /// <returns>One of en, de, nl, fr, es; ru for Cyrillic script; English where nothing speaks for another.</returns>
    public static string Of(IReadOnlyList<Token> tokens)
    {
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            if (token.Folded[0] is >= '\u0400' and < '\u0530')
                return "ru";
            if (!Words.TryGetValue(token.Folded, out var languages))
                continue;
            foreach (var language in languages)
                votes[language] = votes.GetValueOrDefault(language) + 1.0 / languages.Length;
        }

        var best = "en";
        foreach (var (language, vote) in votes)
        {
            if (vote > votes.GetValueOrDefault(best))
                best = language;
        }

        return best;
    }

    private static FrozenDictionary<string, string[]> Build(params (string Language, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(' ').Distinct(StringComparer.Ordinal), (list, word) => (word, list.Language))
            .GroupBy(pair => pair.word, pair => pair.Language, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
