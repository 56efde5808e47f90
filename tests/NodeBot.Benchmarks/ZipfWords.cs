namespace NodeBot.Benchmarks;

/// <summary>Made-up words, the n-th as frequent as 1/n.</summary>
internal sealed class ZipfWords
{
    private readonly Random _random;
    private readonly string[] _words;
    private readonly double[] _cumulative;

    public ZipfWords(Random random, int count)
    {
        _random = random;
        _words = [.. Enumerable.Range(0, count).Select(Word)];
        _cumulative = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            _cumulative[i] = sum += 1.0 / (i + 1);
    }

    public string Next()
    {
        var at = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, _words.Length - 1)];
    }

    private static string Word(int i)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        var word = "";
        for (var rest = i + 70; rest > 0; rest /= 70)
            word += $"{Consonants[rest % 14]}{Vowels[rest / 14 % 5]}";
        return word + "n";
    }
}
