using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NodeBot.Core.Complaints.Playbooks;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>Reads what a member answers to a question.</summary>
/// <param name="countries">Knows the countries' names.</param>
public sealed partial class AnswerReader(CountryNames countries)
{
    /// <summary>Longest answer.</summary>
    public const int MaxLength = 500;

    private static readonly string[] Formats = ["yyyy-M-d", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d MMMM yyyy", "d. MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"];

    private static readonly CultureInfo[] Cultures = [.. new[] { "en", "de", "nl", "fr", "es" }.Select(CultureInfo.GetCultureInfo)];

    [GeneratedRegex(@"^(?<number>\d[\d.,' ]{0,14})\s*(?<currency>[A-Za-z]{3}|[€$£])$|^(?<currency>[A-Za-z]{3}|[€$£])\s*(?<number>\d[\d.,' ]{0,14})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Money { get; }

    /// <returns>The answer as it is kept, or what is wrong with it and how to mend it.</returns>
    public (string? Value, string? Problem) Read(PlaybookQuestion question, string? typed, DateOnly today)
    {
        var text = string.Concat((typed ?? "").ReplaceLineEndings(" ").Where(c => !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();
        if (text.Length == 0)
            return (null, "There is no answer in it. Write one, or skip the question.");
        if (text.Length > MaxLength)
            return (null, $"That has {text.Length} characters; at most {MaxLength} are kept. Write the shortest that says it.");
        return question.Kind switch
        {
            QuestionKind.Choice => Choice(question, text),
            QuestionKind.Date => Date(text, today),
            QuestionKind.Amount => Amount(text),
            QuestionKind.Ip => IPAddress.TryParse(text, out var ip) && text.Any(c => c is '.' or ':') ? (ip.ToString(), null) : (null, $"“{text}” is no IP address. Write it as in the letter, such as 192.0.2.17 or 2001:db8::1, or skip the question."),
            QuestionKind.Country => countries.Find(text) is { } code ? (code, null) : (null, $"I do not know a country called “{text}”. Write its English name or its two letters, such as Germany or DE, or skip the question."),
            _ => (text, null),
        };
    }

    private static (string?, string?) Choice(PlaybookQuestion question, string text)
    {
        var choice = question.Choices.FirstOrDefault(choice => choice.Value == text) ?? question.Choices.FirstOrDefault(choice => choice.Label.Equals(text, StringComparison.OrdinalIgnoreCase));
        return choice is not null ? (choice.Value, null) : (null, $"“{text}” is none of the choices: {string.Join("; ", question.Choices.Select(other => other.Label))}. Choose one, or skip the question.");
    }

    private static (string?, string?) Date(string text, DateOnly today)
    {
        if (Day(text, today) is not { } day)
            return (null, $"“{text}” is no date that I can read. Write it as {today:yyyy-MM-dd} (year, month, day), or skip the question.");
        return Math.Abs(day.DayNumber - today.DayNumber) <= 3660
            ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
            : (null, $"{day:yyyy-MM-dd} is more than ten years away. Look at the year again.");
    }

    private static DateOnly? Day(string text, DateOnly today)
    {
        switch (text.ToLowerInvariant())
        {
            case "today":
                return today;
            case "yesterday":
                return today.AddDays(-1);
            case "tomorrow":
                return today.AddDays(1);
        }

        var plain = text.Replace(",", "", StringComparison.Ordinal);
        foreach (var culture in Cultures)
        {
            if (DateOnly.TryParseExact(plain, Formats, culture, DateTimeStyles.AllowWhiteSpaces, out var day))
                return day;
        }

        return null;
    }

    private static (string?, string?) Amount(string text)
    {
        const string How = "Write the sum and the currency, such as 915.00 EUR, or skip the question.";
        var match = Money.Match(text);
        if (!match.Success)
            return (null, $"“{text}” is no sum of money that I can read. {How}");
        var currency = match.Groups["currency"].Value.ToUpperInvariant() switch { "€" => "EUR", "$" => "USD", "£" => "GBP", var code => code };
        var number = match.Groups["number"].Value.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).TrimEnd('.', ',');
        // The last mark stands before the cents when two digits follow it; all others part the thousands.
        var mark = number.LastIndexOfAny(['.', ',']);
        var hasCents = mark >= 0 && number.Length - mark <= 3;
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var cents = hasCents ? number.Length - mark - 1 : 0;
        return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var sum)
            ? (string.Create(CultureInfo.InvariantCulture, $"{sum / (decimal)Math.Pow(10, cents):0.00} {currency}"), null)
            : (null, $"“{text}” is no sum of money that I can read. {How}");
    }
}
