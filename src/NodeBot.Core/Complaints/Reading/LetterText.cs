using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>A letter without its mark-up: HTML, quotation marks of mail, words broken at a line's end.</summary>
internal sealed partial class LetterText
{
    // Shorter words of the sender's own are a mere "see below".
    private const int LeastOwn = 80;

    private LetterText(IReadOnlyList<LetterLine> lines)
    {
        Lines = lines;
        Own = string.Join('\n', lines.Where(line => !line.IsQuoted).Select(line => line.Text));
        Quoted = string.Join('\n', lines.Where(line => line.IsQuoted).Select(line => line.Text));
        All = string.Join('\n', lines.Select(line => line.Text));
    }

    public IReadOnlyList<LetterLine> Lines { get; }

    /// <summary>What the sender wrote, without what he forwards.</summary>
    public string Own { get; }

    /// <summary>What the sender forwards.</summary>
    public string Quoted { get; }

    public string All { get; }

    [GeneratedRegex("<(?<tag>script|style|head)\\b[^>]{0,400}>[^<]{0,20000}</\\k<tag>>|<!--.{0,2000}?-->", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unseen { get; }

    [GeneratedRegex("<(br|/p|/div|/tr|/li|/h[1-6])\\b[^>]{0,200}>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineTag { get; }

    // Elements of ACNS notices say what a value is: they stay.
    [GeneratedRegex("</?(html|head|body|div|span|p|b|i|u|a|em|strong|table|thead|tbody|tr|td|th|ul|ol|li|font|img|meta|title|link|style|h[1-6]|hr|center|blockquote|pre|code|small|section|article|header|footer)\\b[^<>]{0,400}>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"^[ \t]*(>[ \t]?)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuoteMark { get; }

    [GeneratedRegex(@"(?<head>\p{L}{2,40})[-\u00AD]\n[ \t]*(?<tail>\p{Ll}{2,})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Broken { get; }

    [GeneratedRegex(@"^[ \t]*-{2,}[ \t]*(original (message|report|complaint)|forwarded message|ursprüngliche (nachricht|meldung|beschwerde)|weitergeleitete nachricht|oorspronkelijke? (bericht|melding|klacht)|doorgestuurd bericht|message d'origine|message transféré|plainte d'origine|mensaje original|mensaje reenviado|queja original|begin forwarded)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forwarded { get; }

    /// <param name="text">The letter.</param>
    /// <param name="isMended">Whether what a scanner misread is mended.</param>
    public static LetterText Of(string text, bool isMended = true)
    {
        text = Characters(text.ReplaceLineEndings("\n"));
        if (isMended)
            text = ScanErrors.Mend(text);
        if (text.Contains('<', StringComparison.Ordinal))
            text = Tag.Replace(LineTag.Replace(Unseen.Replace(text, "\n"), "\n"), " ");
        if (text.Contains('&', StringComparison.Ordinal))
            text = Characters(WebUtility.HtmlDecode(text));
        text = Broken.Replace(text, "${head}${tail}\n");
        var lines = new List<LetterLine>();
        var forwarded = false;
        foreach (var raw in text.Split('\n'))
        {
            var mark = QuoteMark.Match(raw);
            forwarded |= Forwarded.IsMatch(raw);
            lines.Add(new LetterLine((mark.Success ? raw[mark.Length..] : raw).Trim(), mark.Success || forwarded));
        }

        // What is forwarded whole, without a word of the sender's own, is the letter.
        return lines.Where(line => !line.IsQuoted).Sum(line => line.Text.Length) < LeastOwn ? new LetterText([.. lines.Select(line => line with { IsQuoted = false })]) : new LetterText(lines);
    }

    // Ligatures, wide letters and blanks of all kinds become plain ones; "º" and the like stay, since names and numbers bear them.
    private static string Characters(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var c = rune.Value;
            if (c is 0xFFFD or (< ' ' and not ('\n' or '\t')) or 0x7F || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format && c != 0xAD)
                continue;
            if (Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.SpaceSeparator)
                plain.Append(' ');
            else if (Rune.IsDigit(rune))
                plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (c is >= 0xFB00 and <= 0xFB06 or >= 0xFF01 and <= 0xFF5E)
                plain.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else
                plain.Append(rune.ToString());
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
