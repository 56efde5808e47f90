using System.Globalization;
using System.Text;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Words as scanners confuse them: letters that look alike are one, on both sides of a comparison.</summary>
internal static class Skeleton
{
    /// <returns>The words of a text, each as its skeleton.</returns>
    public static List<string> Words(string text)
    {
        var words = new List<string>(text.Length / 6);
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(c) || (c == '|' && word.Length > 0))
            {
                Append(word, char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    /// <returns>The skeleton of one word.</returns>
    public static string Word(string word) => string.Concat(Words(word));

    private static void Append(StringBuilder word, char c)
    {
        switch (c)
        {
            case '0':
                word.Append('o');
                break;
            case '1' or '|' or 'i' or 'j':
                word.Append('l');
                break;
            case '5':
                word.Append('s');
                break;
            case '8':
                word.Append('b');
                break;
            case 'ß':
                word.Append("ss");
                break;
            case 'œ':
                word.Append("oe");
                break;
            // "rn" looks like "m", "vv" like "w".
            case 'n' when word.Length > 0 && word[^1] == 'r':
                word[^1] = 'm';
                break;
            case 'v' when word.Length > 0 && word[^1] == 'v':
                word[^1] = 'w';
                break;
            default:
                word.Append(c);
                break;
        }
    }
}
