using System.Net;
using System.Text.RegularExpressions;

namespace NodeBot.Core.Privacy;

/// <summary>
/// Takes out of a member's text, before it is stored, what would tell who somebody is: e-mail addresses, IP addresses, phone numbers,
/// bank accounts, links with secrets in them, long numbers. Names and postal addresses it cannot see: say so to who writes.
/// </summary>
public static partial class Redactor
{
    // A text on which a pattern runs longer than this is not stored at all.
    private const int Milliseconds = 500;

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]{1,20}://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+\s?(@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(\s?(\.|\(dot\)|\[dot\])\s?[\p{L}\p{N}-]+)+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Mail { get; }

    // ISO 13616: two letters, two check digits, 11 to 30 letters and digits, often in groups of four.
    [GeneratedRegex(@"\b[A-Z]{2}\d{2}([ -]?[A-Z0-9]{4}){2,7}([ -]?[A-Z0-9]{1,3})?\b", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Iban { get; }

    [GeneratedRegex(@"(?<![\w:.])[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}(\.\d{1,3}){0,3}(?![\w:])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex AddressV6 { get; }

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(\s?(\.|\[\.\]|\(\.\))\s?\d{1,3}){3}(?!\d|\.\d)", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex AddressV4 { get; }

    // +49 30 123456, 0049-30-123456, (030) 123 456, 555-123-4567; not 2024-02-17.
    [GeneratedRegex(@"(?<![\w.-])((\+|00)\d[\d ()/.-]{6,22}\d|\(?0\d{1,5}\)?[ /.-][\d /.-]{4,14}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?!\w)", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Phone { get; }

    // Numbers of cases, customers, cards and documents; years, dates and statutes have fewer digits together.
    [GeneratedRegex(@"(?<!\w)(\d[ -]?){8,}\d(?!\w)|\d{8,}", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex LongNumber { get; }

    // Links to laws have parameters too; these names are of those that open or name something.
    [GeneratedRegex("[?&;#][^=&;#]{0,30}(token|key|sig|auth|sess|sid|code|pass|secret|mail|user|login|name|phone|invite|ticket|case|ip)[^=&;#]{0,30}=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Parameter { get; }

    [GeneratedRegex("[a-z0-9_-]{24,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})([ /-]{1,3}(\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}))?$", RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Dates { get; }

    /// <param name="text">What a member wrote.</param>
    /// <returns>What may be stored.</returns>
    public static Redaction Redact(string text)
    {
        var removed = new List<string>();
        string Remove(string kind)
        {
            if (!removed.Contains(kind))
                removed.Add(kind);
            return $"[removed: {kind}]";
        }

        try
        {
            text = Link.Replace(text, match => HasSecret(match.Value) ? Remove("link with a secret") : match.Value);
            text = Mail.Replace(text, _ => Remove("e-mail"));
            text = Iban.Replace(text, _ => Remove("bank account"));
            text = AddressV6.Replace(text, match => IPAddress.TryParse(match.Value, out var address) && !address.Equals(IPAddress.IPv6Any) ? Remove("IP address") : match.Value);
            text = AddressV4.Replace(text, _ => Remove("IP address"));
            text = Phone.Replace(text, match => Dates.IsMatch(match.Value) ? match.Value : Remove("phone number"));
            text = LongNumber.Replace(text, match => Dates.IsMatch(match.Value) ? match.Value : Remove("number"));
            return new Redaction(text, removed);
        }
        catch (RegexMatchTimeoutException)
        {
            return new Redaction("[removed: a text that could not be checked]", ["a text that could not be checked"]);
        }
    }

    // A name before the host, a parameter, or a long random part of the path: a link that opens something for one person.
    private static bool HasSecret(string link)
    {
        var start = link.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = link.IndexOfAny(['/', '?', '#'], start);
        var host = end < 0 ? link[start..] : link[start..end];
        return host.Contains('@', StringComparison.Ordinal) || Parameter.IsMatch(link) || (end >= 0 && Token.IsMatch(link[end..]) && link[end..].Any(char.IsAsciiDigit));
    }
}
