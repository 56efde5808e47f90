using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds dates as five languages write them, also with letters that a scanner took for digits.</summary>
internal static partial class DateFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private static readonly FrozenDictionary<string, int> Months = MonthNames();

    [GeneratedRegex(@"(?<![\d.,/-])(?<y>2[0Oo]\d\d)[-/.](?<m>[01OIl]?\d)[-/.](?<d>[0-3OIl]?\d)(?!\d)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearFirst { get; }

    [GeneratedRegex(@"(?<![\d.,/:-])(?<d>[0-3OIl]?[\dOIl])(?<s>[./-])\s?(?<m>[0-3OIl]?[\dOIl])\k<s>\s?(?<y>2[0Oo][\dOIl]{2}|\d\d)(?![\d/-])", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"(?<![\p{L}\d])(?<d>[0-3OIl]?[\dOIl])(\.|st|nd|rd|th|er|º|°)?\s*(of\s+|de\s+|d['’]\s*)?(?<m>[\p{L}0-9]{3,11})\.?,?\s+(de\s+|del\s+)?(?<y>2[0Oo][\dOIl]{2})(?!\d)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayFirst { get; }

    [GeneratedRegex(@"(?<!\p{L})(?<m>[\p{L}0-9]{3,11})\.?\s+(?<d>[0-3OIl]?[\dOIl])(st|nd|rd|th)?\s*,?\s+(?<y>2[0Oo][\dOIl]{2})(?!\d)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthFirst { get; }

    [GeneratedRegex(@"(?<![\p{L}\d.,/:-])(?<d>[0-3]?\d)(\.|st|nd|rd|th|er|º|°)?\s*(of\s+|de\s+)?(?<m>\p{L}{3,11})\.?(?![\p{L}\d]|,?\s+(de\s+|del\s+)?\d{4})", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayFirstShort { get; }

    [GeneratedRegex(@"(?<![\p{L}\d])(?<m>\p{L}{3,11})\.?\s+(?<d>[0-3]?\d)(st|nd|rd|th)?(?![\p{L}\d:./-]\d|[\p{L}\d]|\s*,?\s+\d{4})", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthFirstShort { get; }

    [GeneratedRegex(@"(?<![\p{L}\d.,/:-])(?<d>[0-3]?\d)\.\s?(?<m>[01]?\d)\.(?!\s?\d)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumbersShort { get; }

    /// <param name="text">Where to look.</param>
    /// <param name="from">The day from which on they are meant.</param>
    /// <returns>Dates that are written without their year, each in the year that begins with <paramref name="from"/>.</returns>
    public static List<FoundDate> FindWithoutYear(string text, DateOnly from)
    {
        var found = new List<FoundDate>();
        foreach (var match in DayFirstShort.Matches(text).Concat(MonthFirstShort.Matches(text)).Concat(NumbersShort.Matches(text)))
        {
            var month = Months.GetValueOrDefault(Skeleton.Word(match.Groups["m"].Value));
            if (month == 0)
                month = Number(match, "m");
            var year = month < from.Month || (month == from.Month && Number(match, "d") < from.Day) ? from.Year + 1 : from.Year;
            Add(found, match, year, month, Number(match, "d"));
        }

        return found;
    }

    /// <param name="text">Where to look.</param>
    /// <param name="isAmerican">Whether 11/12/2026 is a day of November.</param>
    /// <returns>The dates in the order of the text.</returns>
    public static List<FoundDate> Find(string text, bool isAmerican)
    {
        var found = new List<FoundDate>();
        foreach (Match match in YearFirst.Matches(text))
            Add(found, match, Number(match, "y"), Number(match, "m"), Number(match, "d"));
        foreach (Match match in Numbers.Matches(text))
        {
            var (first, second) = (Number(match, "d"), Number(match, "m"));
            var isMonthFirst = second > 12 || (match.Groups["s"].Value == "/" && isAmerican && first <= 12);
            Add(found, match, Number(match, "y"), isMonthFirst ? first : second, isMonthFirst ? second : first);
        }

        foreach (var match in DayFirst.Matches(text).Concat(MonthFirst.Matches(text)))
        {
            if (Months.TryGetValue(Skeleton.Word(match.Groups["m"].Value), out var month))
                Add(found, match, Number(match, "y"), month, Number(match, "d"));
        }

        return [.. found.OrderBy(date => date.At).DistinctBy(date => date.At)];
    }

    private static void Add(List<FoundDate> found, Match match, int year, int month, int day)
    {
        if (year < 100)
            year += 2000;
        if (month is < 1 or > 12 || day < 1 || year is < 2000 or > 2100 || day > DateTime.DaysInMonth(year, month))
            return;
        if (found.TrueForAll(other => match.Index >= other.At + other.Length || match.Index + match.Length <= other.At))
            found.Add(new FoundDate(new DateOnly(year, month, day), match.Index, match.Length));
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value.Replace('O', '0').Replace('o', '0').Replace('I', '1').Replace('l', '1'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static FrozenDictionary<string, int> MonthNames()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in new[] { "en", "de", "nl", "fr", "es" })
        {
            var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
            for (var month = 1; month <= 12; month++)
            {
                foreach (var name in new[] { format.GetMonthName(month), format.GetAbbreviatedMonthName(month) })
                    names.TryAdd(Skeleton.Word(name), month);
            }
        }

        foreach (var (name, month) in new[] { ("sept", 9), ("mrt", 3), ("maerz", 3), ("mär", 3), ("fev", 2), ("aout", 8), ("setiembre", 9), ("dez", 12), ("okt", 10), ("mai", 5), ("mei", 5) })
            names.TryAdd(Skeleton.Word(name), month);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
