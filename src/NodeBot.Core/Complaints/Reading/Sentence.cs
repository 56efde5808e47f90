using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Where sentences begin and end in a letter whose lines were joined.</summary>
internal static partial class Sentence
{
    /// <summary>Stands for an empty line.</summary>
    public const char Paragraph = '¶';

    // Longer ones are lists or noise.
    private const int Longest = 400;

    [GeneratedRegex(@"\n[ \t]*(\n[ \t]*)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyLines { get; }

    [GeneratedRegex(@"[ \t]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks { get; }

    // A full stop after a number or a short word ("4. Dezember", "Nr. 7") ends nothing.
    [GeneratedRegex(@"[;!?¶]|(?<=\p{L}{4}|[\)\]""»%])\.(?=\s)|(?<=20\d\d)\.(?=\s\p{Lu})|:(?=\s*¶)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex End { get; }

    /// <returns>The text in one line; empty lines become <see cref="Paragraph"/>.</returns>
    public static string Join(string text) => Blanks.Replace(EmptyLines.Replace(text, $" {Paragraph} ").Replace('\n', ' '), " ");

    /// <param name="text">A text in one line.</param>
    /// <returns>Its sentences in their order.</returns>
    public static List<string> Split(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        foreach (var end in End.EnumerateMatches(text))
        {
            sentences.Add(text[start..(end.Index + end.Length)]);
            start = end.Index + end.Length;
        }

        sentences.Add(text[start..]);
        return sentences;
    }

    /// <param name="text">A text in one line.</param>
    /// <param name="at">Where something stands in it.</param>
    /// <param name="length">How long that is.</param>
    /// <returns>What stands in the same sentence before and after it.</returns>
    public static (string Before, string After) Around(string text, int at, int length)
    {
        var before = text[Math.Max(0, at - Longest)..at];
        var start = 0;
        foreach (var end in End.EnumerateMatches(before))
            start = end.Index + end.Length;
        var after = text[(at + length)..Math.Min(text.Length, at + length + Longest)];
        foreach (var end in End.EnumerateMatches(after))
            return (before[start..], after[..end.Index]);
        return (before[start..], after);
    }
}
