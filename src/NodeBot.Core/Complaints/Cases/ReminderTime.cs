using System.Globalization;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>When to remind.</summary>
public static class ReminderTime
{
    // Morning in Europe and still the same day in America: a reminder is no use at night.
    private const int Hour = 9;
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(400);

    /// <returns>The time to propose; null when there is nothing ahead to remind of.</returns>
    public static DateTimeOffset? Propose(CaseWalk walk, DateTimeOffset now)
    {
        var times = new List<DateTimeOffset>();
        if (walk.Deadline is { } deadline)
        {
            times.Add(Morning(deadline.AddDays(-2)));
            times.Add(Morning(deadline.AddDays(-1)));
            times.Add(Morning(deadline));
        }

        if (walk.Playbook.ActWithinHours > 0)
            times.Add((walk.Received is { } received ? Morning(received) : now) + TimeSpan.FromHours(walk.Playbook.ActWithinHours));
        var ahead = times.Where(time => time > now).ToList();
        return ahead.Count == 0 ? null : ahead.Min();
    }

    /// <summary>Reads what a member wants: a date, "tomorrow", "in 3 days", "in 6 hours".</summary>
    /// <returns>The time, or what is wrong and how to mend it.</returns>
    public static (DateTimeOffset? At, string? Problem) Read(string typed, DateTimeOffset now)
    {
        const string How = "Write a date such as 2026-12-01, \"tomorrow\", \"in 3 days\", \"in 6 hours\", or \"off\".";
        var text = typed.Trim().ToLowerInvariant();
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        DateTimeOffset? at = null;
        if (text == "tomorrow")
            at = Morning(DateOnly.FromDateTime(now.UtcDateTime).AddDays(1));
        else if (words is ["in", var number, var unit] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 10_000)
            at = unit.TrimEnd('s') switch { "hour" => now.AddHours(count), "day" => now.AddDays(count), "week" => now.AddDays(7 * count), _ => null };
        else if (DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            at = Morning(day);
        if (at is not { } time)
            return (null, $"I cannot read “{typed.Trim()}” as a time. {How}");
        if (time <= now)
            return (null, $"{Show(time)} is over. {How}");
        return time - now > MostAhead ? (null, $"{Show(time)} is more than a year away. {How}") : (time, null);
    }

    /// <returns>A time as members read it, with its zone.</returns>
    public static string Show(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC";

    private static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(Hour, 0)), TimeSpan.Zero);
}
