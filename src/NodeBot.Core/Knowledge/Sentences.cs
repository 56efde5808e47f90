namespace NodeBot.Core.Knowledge;

/// <summary>Cuts a text into sentences, losing nothing: the sentences joined are the text again.</summary>
public static class Sentences
{
    // A full stop behind these does not end a sentence.
    private static readonly string[] Abbreviations =
        ["i.e.", "e.g.", "etc.", "art.", "arts.", "s.", "ss.", "sec.", "no.", "nr.", "vs.", "v.", "mr.", "ms.", "dr.", "abs.", "bgbl."];

    /// <param name="text">Any text.</param>
    /// <returns>Ranges into <paramref name="text"/>, adjacent and in order, white space belonging to the sentence before it; empty for an empty text.</returns>
    public static IReadOnlyList<Range> Split(string text)
    {
        var sentences = new List<Range>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!EndsSentence(text, i))
                continue;

            var end = i + 1;
            while (end < text.Length && IsCloser(text[end]))
                end++;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            sentences.Add(start..end);
            start = end;
            i = end - 1;
        }

        if (start < text.Length)
            sentences.Add(start..text.Length);
        return sentences;
    }

    private static bool EndsSentence(string text, int i)
    {
        if (text[i] == '\n')
            return i > 0 && text[i - 1] == '\n';
        if (text[i] is not ('.' or '!' or '?' or '…'))
            return false;

        var next = i + 1;
        while (next < text.Length && IsCloser(text[next]))
            next++;
        if (next == text.Length)
            return true;
        if (!char.IsWhiteSpace(text[next]))
            return false;
        return text[i] != '.' || !EndsWithAbbreviation(text.AsSpan(0, i + 1));
    }

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> text)
    {
        var word = text[(text.LastIndexOfAny(" \n\t(") + 1)..];
        foreach (var abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsCloser(char c) => c is ')' or ']' or '"' or '\'' or '”' or '’' or '»';
}
