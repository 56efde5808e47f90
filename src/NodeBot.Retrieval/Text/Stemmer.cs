using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NodeBot.Retrieval.Text;

/// <summary>Snowball stemming with a bounded cache. Thread-safe.</summary>
internal sealed class Stemmer
{
    // Words of shipped knowledge and common questions fit easily; beyond that, words are stemmed anew each time.
    private const int CacheSize = 50_000;

    private readonly ConcurrentDictionary<(string Word, string Language), string> _cache = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<SnowballProgram>> _programs = new(StringComparer.Ordinal);

    /// <param name="word">A folded word.</param>
    /// <param name="language">ISO 639-1; languages without a stemmer of their own use English for Latin and Russian for Cyrillic script.</param>
    public string Stem(string word, string language)
    {
        if (word.Length < 4 || char.IsDigit(word[0]))
            return word;
        if (IsCyrillic(word[0]))
            language = "ru";
        else if (language is not ("de" or "nl" or "fr" or "es"))
            language = "en";

        var key = (word, language);
        if (_cache.TryGetValue(key, out var stem))
            return stem;
        stem = Run(word, language);
        if (_cache.Count < CacheSize)
            _cache.TryAdd(key, stem);
        return stem;
    }

    private string Run(string word, string language)
    {
        // Snowball programs keep state while they run, so each is used by one thread at a time.
        var pool = _programs.GetOrAdd(language, static _ => []);
        if (!pool.TryTake(out var program))
            program = Create(language);
        program.SetCurrent(word);
        program.Stem();
        var stem = program.Current;
        pool.Add(program);
        return stem;
    }

    private static SnowballProgram Create(string language) => language switch
    {
        "de" => new German2Stemmer(),
        "nl" => new DutchStemmer(),
        "fr" => new FrenchStemmer(),
        "es" => new SpanishStemmer(),
        "ru" => new RussianStemmer(),
        _ => new EnglishStemmer(),
    };

    private static bool IsCyrillic(char c) => c is >= '\u0400' and < '\u0530';
}
