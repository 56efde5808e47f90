using System.Globalization;
using System.Net;
using System.Net.Mail;

namespace NodeBot.Core.Letters;

/// <summary>Reads what a member writes into a field. Values are data: nothing in them is a template or mark-up.</summary>
internal static class FieldReader
{
    private static readonly string[] Dates = ["yyyy-M-d", "d.M.yyyy", "d/M/yyyy", "d MMMM yyyy", "d. MMMM yyyy", "MMMM d yyyy"];

    /// <returns>The value as it is kept, empty for none; or what is wrong and how to mend it.</returns>
    public static (string Value, string? Problem) Read(LetterField field, string? typed, string language)
    {
        var text = Clean(typed ?? "", field.Type == LetterFieldType.LongText);
        var label = field.Label[language];
        if (text.Length == 0)
            return field.IsRequired ? ("", $"{label}: it is empty, and the letter needs it. For example: {field.Example}.") : ("", null);
        if (text.Length > field.MaxLength)
            return (text, $"{label}: it has {text.Length} characters; at most {field.MaxLength} fit. Shorten it.");
        return field.Type switch
        {
            LetterFieldType.Date => Day(text) is { } day ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null) : (text, $"{label}: “{text}” is no date. Write it as {field.Example}."),
            LetterFieldType.Ip => IPAddress.TryParse(text, out var ip) && text.Any(c => c is '.' or ':') ? (ip.ToString(), null) : (text, $"{label}: “{text}” is no IP address. Write it as {field.Example}."),
            LetterFieldType.Email => MailAddress.TryCreate(text, out var mail) && mail.Address == text && mail.Host.Contains('.', StringComparison.Ordinal) ? (text, null) : (text, $"{label}: “{text}” is no e-mail address. Write it as {field.Example}."),
            LetterFieldType.Url => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? (url.AbsoluteUri, null) : (text, $"{label}: “{text}” is no web address. Write it as {field.Example}."),
            LetterFieldType.Choice => Choice(field, text, language),
            _ => (text, null),
        };
    }

    /// <returns>A kept value as it stands in the letter.</returns>
    public static string Show(LetterField field, string value, string language)
    {
        if (field.Type != LetterFieldType.Date || !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return value;
        var culture = CultureInfo.GetCultureInfo(language);
        return day.ToString(language == "de" ? "d. MMMM yyyy" : "d MMMM yyyy", culture);
    }

    private static (string, string?) Choice(LetterField field, string text, string language)
    {
        var choice = field.Choices.FirstOrDefault(choice => choice.Value == text || choice.Label.Values.Contains(text, StringComparer.OrdinalIgnoreCase));
        return choice is not null ? (choice.Value, null) : (text, $"{field.Label[language]}: “{text}” is none of: {string.Join("; ", field.Choices.Select(other => other.Label[language]))}.");
    }

    private static DateOnly? Day(string text)
    {
        foreach (var language in LetterTemplate.Languages)
        {
            if (DateOnly.TryParseExact(text.Replace(",", "", StringComparison.Ordinal), Dates, CultureInfo.GetCultureInfo(language), DateTimeStyles.AllowWhiteSpaces, out var day))
                return day;
        }

        return null;
    }

    // Control characters and those that turn the direction of writing would make a letter look like what it is not.
    private static string Clean(string text, bool isLong)
    {
        var lines = text.ReplaceLineEndings("\n");
        if (!isLong)
            lines = lines.Replace('\n', ' ');
        return string.Concat(lines.Where(c => (c == '\n' && isLong) || (!char.IsControl(c) && !char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)))).Trim();
    }
}
