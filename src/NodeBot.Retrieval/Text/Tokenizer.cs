using System.Globalization;
using System.Text;

namespace NodeBot.Retrieval.Text;

/// <summary>Cuts text into folded tokens: lower case, Latin accents stripped, apostrophes dropped, runs of letters and digits kept.</summary>
internal static class Tokenizer
{
    /// <param name="text">Any text; ill-formed surrogates are skipped.</param>
    /// <returns>Tokens in order; none for text without letters or digits.</returns>
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        var current = new StringBuilder();
        var original = new StringBuilder();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                if (original.Length == 0)
                    start = i;
                original.Append(c);
                Fold(c, current);
            }
            else if (c is not ('\'' or '’' or '\u00ad') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                Flush(tokens, current, original, start, i);
            }
        }

        Flush(tokens, current, original, start, text.Length);
        return tokens;
    }

    private static void Flush(List<Token> tokens, StringBuilder current, StringBuilder original, int start, int end)
    {
        if (current.Length > 0)
            tokens.Add(new Token(current.ToString(), original.ToString(), start..end));
        current.Clear();
        original.Clear();
    }

    // Cyrillic й and ї are letters of their own, so only Latin letters lose their marks; ё is commonly typed as е.
    private static void Fold(char c, StringBuilder to)
    {
        c = char.ToLowerInvariant(c);
        switch (c)
        {
            case < '\u0080': to.Append(c); break;
            case 'ß': to.Append("ss"); break;
            case 'æ': to.Append("ae"); break;
            case 'œ': to.Append("oe"); break;
            case 'ø': to.Append('o'); break;
            case 'ł': to.Append('l'); break;
            case 'ё': to.Append('е'); break;
            case < '\u0250' or (>= '\u1e00' and < '\u1f00'):
                to.Append(c.ToString().Normalize(NormalizationForm.FormD)[0]);
                break;
            default: to.Append(c); break;
        }
    }
}
