using System.Globalization;

namespace NodeBot.Core.Providers;

/// <summary>How stale a report is.</summary>
public static class ReportAge
{
    // Terms of hosts change about as often as that; older reports are marked.
    private const int FreshYears = 2;

    /// <param name="asOf">The report's date; null when it is undated. Where only a year or month is known, its end counts.</param>
    /// <param name="now">Today.</param>
    /// <returns>"undated", "old report", or null for a report of the last two years.</returns>
    public static string? Mark(string? asOf, DateTimeOffset now)
    {
        if (asOf is null)
            return "undated";
        var end = asOf.Length switch
        {
            4 => Parse(asOf + "-12-31"),
            7 => Parse(asOf + "-01")?.AddMonths(1).AddDays(-1),
            _ => Parse(asOf),
        };
        return end is null || end.Value < DateOnly.FromDateTime(now.UtcDateTime).AddYears(-FreshYears) ? "old report" : null;
    }

    private static DateOnly? Parse(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
}
