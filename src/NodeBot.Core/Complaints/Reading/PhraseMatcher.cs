namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds many phrases at once, word by word, as <see cref="Skeleton"/> sees them. The last word may bear the ending of a case or of a plural.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class PhraseMatcher<T>
{
    // A first word that may end in any way is found by its first letters.
    private const int Stem = 4;

    // Short words become others with an ending; long ones stay what they are: "Anmeldeversuche-n".
    private const int LongWord = 6;
    private const int LongestEnding = 2;

    private readonly Dictionary<string, List<((string Text, bool IsPrefix)[] Words, T Value)>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<((string Text, bool IsPrefix)[] Words, T Value)>> _byStem = new(StringComparer.Ordinal);

    /// <param name="phrases">Each with what it stands for; a <c>*</c> behind a word stands for any ending of it.</param>
    public PhraseMatcher(IEnumerable<(string Phrase, T Value)> phrases)
    {
        foreach (var (phrase, value) in phrases)
        {
            var words = phrase.Split(' ').SelectMany(Words).ToArray();
            if (words.Length == 0)
                continue;
            if (words[0].IsPrefix && words[0].Text.Length >= Stem)
                List(_byStem, words[0].Text[..Stem]).Add((words, value));
            else
                List(_byFirst, words[0].Text).Add((words, value));
        }
    }

    /// <returns>What was found, with the number of the word at which it begins, and how many words it has.</returns>
    public IEnumerable<(T Value, int At, int Length)> Find(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            for (var ending = 0; ending <= LongestEnding && (ending == 0 || word.Length - ending >= LongWord); ending++)
            {
                if (!_byFirst.TryGetValue(word[..^ending], out var starting))
                    continue;
                foreach (var (phrase, value) in starting)
                {
                    if ((ending == 0 || phrase.Length == 1) && IsAt(words, at, phrase))
                        yield return (value, at, phrase.Length);
                }
            }

            if (word.Length < Stem || !_byStem.TryGetValue(word[..Stem], out var stems))
                continue;
            foreach (var (phrase, value) in stems)
            {
                if (IsAt(words, at, phrase))
                    yield return (value, at, phrase.Length);
            }
        }
    }

    private static IEnumerable<(string Text, bool IsPrefix)> Words(string token)
    {
        var words = Skeleton.Words(token);
        return words.Select((word, i) => (word, i == words.Count - 1 && token.EndsWith('*')));
    }

    private static bool IsAt(List<string> words, int at, (string Text, bool IsPrefix)[] phrase)
    {
        if (at + phrase.Length > words.Count)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            var word = words[at + i];
            var (text, isPrefix) = phrase[i];
            var mayEnd = isPrefix || (i == phrase.Length - 1 && text.Length >= LongWord && word.Length - text.Length <= LongestEnding);
            if (mayEnd ? !word.StartsWith(text, StringComparison.Ordinal) : word != text)
                return false;
        }

        return true;
    }

    private static List<TItem> List<TItem>(Dictionary<string, List<TItem>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
