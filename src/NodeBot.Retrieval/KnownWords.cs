namespace NodeBot.Retrieval;

/// <summary>English words that are right though the knowledge does not use them, so that they are not "corrected".</summary>
internal static class KnownWords
{
    /// <param name="vocabulary">The model's WordPiece vocabulary, one entry a line; its whole words are common English.</param>
    /// <returns>The words; none when the file is not there.</returns>
    public static IReadOnlySet<string> Read(string vocabulary)
    {
        if (!File.Exists(vocabulary))
            return new HashSet<string>(StringComparer.Ordinal);
        return File.ReadLines(vocabulary)
            .Where(word => word.Length >= Text.TypoCorrector.ShortestWord && char.IsAsciiLetterLower(word[0]))
            .ToHashSet(StringComparer.Ordinal);
    }
}
