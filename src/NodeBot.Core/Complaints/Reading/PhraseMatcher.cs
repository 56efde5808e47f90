namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds many phrases at once, word by word, as <see cref="Skeleton"/> sees them.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class PhraseMatcher<T>
{
    private readonly Dictionary<string, List<(string[] Words, bool IsPrefix, T Value)>> _byFirst = new(StringComparer.Ordinal);

    // A first word that may end in any way is found by its first letters.
    private const int Stem = 4;
    private readonly Dictionary<string, List<(string Prefix, T Value)>> _byStem = new(StringComparer.Ordinal);

    /// <param name="phrases">Each with what it stands for; a trailing <c>*</c> stands for any ending of its last word.</param>
    public PhraseMatcher(IEnumerable<(string Phrase, T Value)> phrases)
    {
        foreach (var (phrase, value) in phrases)
        {
            var isPrefix = phrase.EndsWith('*');
            var words = Skeleton.Words(phrase.TrimEnd('*')).ToArray();
            if (words.Length == 1 && isPrefix && words[0].Length >= Stem)
                List(_byStem, words[0][..Stem]).Add((words[0], value));
            else if (words.Length > 0)
                List(_byFirst, words[0]).Add((words, isPrefix, value));
        }
    }

    /// <returns>What was found, with the number of the word at which it begins, and how many words it has.</returns>
    public IEnumerable<(T Value, int At, int Length)> Find(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (_byFirst.TryGetValue(words[at], out var starting))
            {
                foreach (var (phrase, isPrefix, value) in starting)
                {
                    if (IsAt(words, at, phrase, isPrefix))
                        yield return (value, at, phrase.Length);
                }
            }

            if (words[at].Length >= Stem && _byStem.TryGetValue(words[at][..Stem], out var stems))
            {
                foreach (var (prefix, value) in stems)
                {
                    if (words[at].StartsWith(prefix, StringComparison.Ordinal))
                        yield return (value, at, 1);
                }
            }
        }
    }

    private static bool IsAt(List<string> words, int at, string[] phrase, bool isPrefix)
    {
        if (at + phrase.Length > words.Count)
            return false;
        for (var i = 1; i < phrase.Length; i++)
        {
            var isSame = isPrefix && i == phrase.Length - 1 ? words[at + i].StartsWith(phrase[i], StringComparison.Ordinal) : words[at + i] == phrase[i];
            if (!isSame)
                return false;
        }

        return true;
    }

    private static List<TItem> List<TItem>(Dictionary<string, List<TItem>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
