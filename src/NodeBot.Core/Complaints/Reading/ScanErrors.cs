using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Mends what scanners commonly confuse, where the word itself tells: "Rechtsanwa1t", "l2.11.2026". References stay as they are.</summary>
internal static partial class ScanErrors
{
    [GeneratedRegex(@"(?<![\p{L}\d./:_@-])\p{L}?\p{Ll}{0,30}[015|][\p{Ll}015|]{0,30}(?![\p{L}\d_@/-]|\.\p{L})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"(?<![\p{L}\d./:_-])[\dOolI|]{1,6}([.,:/][\dOolI|]{1,4}){1,3}(?![\p{L}\d_/-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figures { get; }

    // Small words that tell what stands after them; none of the spellings is a word of its own.
    [GeneratedRegex(@"\b((?<z>[zZ])urn|(?<n>[nN])arnens|(?<a>[aA])rn(?= \d)|(?<i>[iI])rn|(?<r>rn)(?=(it|et|el|as|ois)\b))(?!\p{L}{2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SmallWord { get; }

    /// <returns>The text, letter for letter.</returns>
    public static string Mend(string text) => SmallWord.Replace(Figures.Replace(Word.Replace(text, MendWord), MendFigures), MendSmallWord);

    private static string MendWord(Match match)
    {
        var word = match.Value;
        return word.Count(char.IsLetter) >= 4 && word.Count(char.IsLetter) >= 2 * word.Count(c => !char.IsLetter(c))
            ? word.Replace('0', 'o').Replace('1', 'l').Replace('|', 'l').Replace('5', 's')
            : word;
    }

    private static string MendFigures(Match match)
    {
        var digits = match.Value.Count(char.IsAsciiDigit);
        return digits > 0 && digits * 2 >= match.Value.Count(char.IsLetterOrDigit)
            ? match.Value.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1').Replace('|', '1')
            : match.Value;
    }

    private static string MendSmallWord(Match match) => match.Value.Replace("rn", "m", StringComparison.Ordinal);
}
