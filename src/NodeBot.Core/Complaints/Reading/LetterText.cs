using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>A letter without its mark-up: HTML, quotation marks of mail, words broken at a line's end.</summary>
internal sealed partial class LetterText
{
    private LetterText(IReadOnlyList<LetterLine> lines)
    {
        Lines = lines;
        Own = string.Join('\n', lines.Where(line => !line.IsQuoted).Select(line => line.Text));
        All = string.Join('\n', lines.Select(line => line.Text));
    }

    public IReadOnlyList<LetterLine> Lines { get; }

    /// <summary>What the sender wrote, without what he forwards.</summary>
    public string Own { get; }

    public string All { get; }

    [GeneratedRegex("<(br|/p|/div|/tr|/li|/h[1-6])\\b[^>]{0,200}>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineTag { get; }

    // Elements of ACNS notices say what a value is: they stay.
    [GeneratedRegex("</?(html|head|body|div|span|p|b|i|u|a|em|strong|table|tbody|tr|td|th|ul|ol|li|font|img|meta|style|h[1-6]|hr|center|blockquote|pre|code)\\b[^>]{0,400}>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"^[ \t]*(>[ \t]?)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuoteMark { get; }

    [GeneratedRegex(@"(?<head>\p{L}{2,})[-\u00AD]\n[ \t]*(?<tail>\p{Ll}{2,})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Broken { get; }

    [GeneratedRegex(@"^[ \t]*-{2,}[ \t]*(original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|oorspronkelijk bericht|doorgestuurd bericht|message d'origine|message transféré|mensaje original|mensaje reenviado|begin forwarded)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forwarded { get; }

    public static LetterText Of(string text)
    {
        text = text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
        if (text.Contains('<', StringComparison.Ordinal))
            text = Tag.Replace(LineTag.Replace(text, "\n"), " ");
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        text = Broken.Replace(text, "${head}${tail}\n");
        var lines = new List<LetterLine>();
        var forwarded = false;
        foreach (var raw in text.Split('\n'))
        {
            var mark = QuoteMark.Match(raw);
            forwarded |= Forwarded.IsMatch(raw);
            lines.Add(new LetterLine((mark.Success ? raw[mark.Length..] : raw).Replace('\u00A0', ' ').Trim(), mark.Success || forwarded));
        }

        // What is forwarded whole, without a word of the sender's own, is the letter.
        return lines.Where(line => !line.IsQuoted).Sum(line => line.Text.Length) < 80 ? new LetterText([.. lines.Select(line => line with { IsQuoted = false })]) : new LetterText(lines);
    }
}
