using System.Globalization;
using System.Text;

namespace NodeBot.Discord.Rendering;

/// <summary>Text as Discord shows it.</summary>
internal static class Markdown
{
    private const string Special = "\\*_~`|<[]@";

    // Marks of headings, quotes, lists and small print, where they begin a line.
    private const string SpecialAtLineStart = "#>-+";

    // Marks that turn the direction of text around: what follows could be read as something else.
    private static readonly HashSet<int> Directional = [0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF];

    /// <returns>The text so that it is shown letter by letter: no formatting, no links, no mentions, no control characters.</returns>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var atLineStart = true;
        var afterNumber = false;
        var position = 0;
        text = text.ReplaceLineEndings("\n");
        foreach (var rune in text.EnumerateRunes())
        {
            var beginsLink = string.CompareOrdinal(text, position, "://", 0, 3) == 0;
            position += rune.Utf16SequenceLength;
            if (rune.Value == '\n')
            {
                escaped.Append('\n');
                (atLineStart, afterNumber) = (true, false);
                continue;
            }

            if (Rune.IsControl(rune) || Directional.Contains(rune.Value))
                continue;
            if (beginsLink || NeedsEscape(rune, atLineStart, afterNumber))
                escaped.Append('\\');
            escaped.Append(rune.ToString());
            afterNumber = Rune.IsDigit(rune) && (atLineStart || afterNumber);
            atLineStart = atLineStart && Rune.IsWhiteSpace(rune);
        }

        return escaped.ToString();
    }

    /// <returns>The text as a quotation: every line is marked.</returns>
    public static string Quote(string text) => "> " + Escape(text).Replace("\n", "\n> ", StringComparison.Ordinal);

    /// <returns>Small print of one line; what it holds is already escaped.</returns>
    public static string Small(string markdown) => "-# " + markdown.Replace('\n', ' ');

    /// <returns>A link with a text; the text alone where the address is none that Discord shows.</returns>
    public static string Link(string text, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"[{Escape(text)}]({address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})"
            : Escape(text);

    /// <summary>Cuts a text so that each piece, once rendered, has at most so many characters; at the end of a paragraph, sentence or word where there is one.</summary>
    public static IEnumerable<string> Pieces(string text, int most, Func<string, string> render)
    {
        var rest = text;
        while (render(rest).Length > most)
        {
            var length = Math.Min(rest.Length, most);
            while (render(rest[..length]).Length > most)
                length = length * 9 / 10;
            length = Border(rest, length);
            yield return rest[..length].TrimEnd();
            rest = rest[length..].TrimStart();
        }

        if (rest.Length > 0)
            yield return rest;
    }

    // "1." begins a list where it begins a line.
    private static bool NeedsEscape(Rune rune, bool atLineStart, bool afterNumber) =>
        rune.IsBmp
        && (Special.Contains((char)rune.Value, StringComparison.Ordinal)
            || (afterNumber && rune.Value == '.')
            || (atLineStart && SpecialAtLineStart.Contains((char)rune.Value, StringComparison.Ordinal)));

    private static int Border(string text, int length)
    {
        foreach (var mark in (string[])["\n\n", "\n", ". ", " "])
        {
            var at = text.LastIndexOf(mark, length - 1, length / 2, StringComparison.Ordinal);
            if (at > 0)
                return at + mark.Length;
        }

        // One endless word: between two characters as a reader sees them.
        var start = 0;
        while (start < length && start + StringInfo.GetNextTextElementLength(text, start) is var next && next <= length)
            start = next;
        return start > 0 ? start : StringInfo.GetNextTextElementLength(text, 0);
    }
}
