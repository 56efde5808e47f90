using System.Globalization;
using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds when it is said to have happened.</summary>
internal static partial class IncidentFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const int Beside = 100;

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["BST"] = 60, ["WEST"] = 60, ["CET"] = 60, ["MEZ"] = 60, ["HNEC"] = 60, ["CEST"] = 120, ["MESZ"] = 120, ["EET"] = 120, ["EEST"] = 180,
        ["EST"] = -300, ["EDT"] = -240, ["CST"] = -360, ["CDT"] = -300, ["MST"] = -420, ["MDT"] = -360, ["PST"] = -480, ["PDT"] = -420,
    };

    [GeneratedRegex(@"^\s*(T|,|at|um|om|à|a las|\||gegen|rond|vers|-)?\s*(?<h>[0-2]?\d)[:.h](?<m>[0-5]\d)([:.](?<s>[0-5]\d))?([.,]\d{1,6})?\s*(?<ap>[ap]\.?m\.?)?\s*(uhr|uur|hours?|horas?|hrs?\b|heures?|h\b)?[\s,]*[(\[]?\s*(?<zone>Z\b|UTC|GMT|CEST|CET|MESZ|MEZ|WEST|WET|EEST|EET|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT)?\s*(?<off>[+-]\d{2}:?\d{2}\b|(?<=UTC|GMT)[+-]\d{1,2}\b)?", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"(?<h>[0-2]?\d):(?<m>[0-5]\d)(:(?<s>[0-5]\d))?\s*(uhr|uur|hours?|horas|hrs|h)?\s*\(?(?<zone>UTC|GMT|CEST|CET|MESZ|MEZ|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT)?\)?,?\s*(on|am|op|le|el|del?|vom|van)?( día| jour)?\s*$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeBefore { get; }

    // Heads of mails, and of letters.
    [GeneratedRegex(@"^[^\w\n]{0,10}(date|sent|received|datum|gesendet|verzonden|envoyé|enviado|fecha|delivery-date|x-\S+)\s*:|^[^\w\n]{0,10}(on .{0,60} wrote|am .{0,60} schrieb)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head { get; }

    [GeneratedRegex(@"time ?stamp|infring|incident|detected|observed|occurred|happened|tatzeit|zeitpunkt|vorfall|festgestellt|tijdstip|vastgesteld|horodat|constaté|relevé|date et heure|date/time|fecha y hora|detectad|first seen|start(ed)?[ :]|event|login|log-in|order|bestell|uhrzeit|am\s*$|on\s*$|op\s*$|le\s*$|(el|le) (día|jour)?\s*$|night( of)?\W{0,3}$|gestern\W{0,3}$|gisteren\W{0,3}$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?!\d)|\bIP\b|[0-9a-f]{1,4}(:[0-9a-f]{0,4}){3,7}", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"\b(hearing|to appear|erscheinen|verhandlung(stermin)?|termin|verschijnen|(ter )?zitting|audience|comparaître|comparecer|vista|maintenance|wartung|onderhoud|mantenimiento)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Appointment { get; }

    // A zone that holds for all times: "all times in UTC", "Timestamp (UTC)".
    [GeneratedRegex(@"\b(times?|time ?stamps?|time ?zone|date/time|zeit(en|zone|stempel|angaben?|punkt)?|uhrzeit(en)?|tijd(en|zone|stip|stippen)?|heures?|horaires?|fuseau( horaire)?|horodatages?|horas?|zona horaria)\b[^.;\n|]{0,30}?\b(?<zone>UTC|GMT|CEST|CET|MESZ|MEZ|EST|EDT|PST|PDT)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneOfAll { get; }

    /// <param name="text">The letter.</param>
    /// <param name="received">When it arrived: what is yet to come has not happened.</param>
    /// <param name="isAmerican">How its numbers are to be read.</param>
    /// <returns>ISO 8601, in UTC with Z where the letter gives a zone; null when no moment stands in it.</returns>
    public static string? Find(string text, DateOnly received, bool isAmerican)
    {
        var found = new List<(string Moment, int Score, int At)>();
        var zones = ZoneOfAll.Matches(text).Select(match => Zones[match.Groups["zone"].Value]).Distinct().ToList();
        int? zoneOfAll = zones.Count == 1 ? zones[0] : null;
        foreach (var date in DateFinder.Find(text, isAmerican).Where(date => date.Day <= received.AddDays(1)))
        {
            var lineStart = text.LastIndexOf('\n', Math.Max(0, date.At - 1)) + 1;
            var line = text[lineStart..date.At];
            if (Appointment.IsMatch(Sentence.Around(text, date.At, date.Length).After) || Appointment.IsMatch(Sentence.Around(text, date.At, date.Length).Before))
                continue;
            // A deadline's hour is no incident's.
            if (Head.IsMatch(line) || DeadlineFinder.MayBeDeadline(Sentence.Join(text[Math.Max(0, date.At - Beside)..date.At]), text[(date.At + date.Length)..Math.Min(text.Length, date.At + date.Length + Beside)].Replace('\n', ' ')))
                continue;
            var end = date.At + date.Length;
            var match = Time.Match(text[end..Math.Min(text.Length, end + 48)]);
            if (!match.Success)
                match = TimeBefore.Match(text[Math.Max(0, date.At - 40)..date.At]);
            if (match.Success && Moment(date.Day, match, zoneOfAll) is { } moment)
                found.Add((moment, (Label.IsMatch(text[Math.Max(lineStart, date.At - 80)..date.At]) ? 2 : 0) + (moment.EndsWith('Z') ? 1 : 0) + (IsNearAddress(text, date) ? 1 : 0), date.At));
        }

        // A moment that nothing ties to an incident may be one of anything.
        return found.Where(one => one.Score > 0).OrderByDescending(one => one.Score).ThenBy(one => one.At).Select(one => one.Moment).FirstOrDefault();
    }

    private static bool IsNearAddress(string text, FoundDate date)
    {
        var (before, after) = Sentence.Around(text, date.At, date.Length);
        return Address.IsMatch(before) || Address.IsMatch(after);
    }

    private static string? Moment(DateOnly day, Match match, int? zoneOfAll)
    {
        var hour = Number(match, "h");
        if (match.Groups["ap"].Success)
            hour = hour % 12 + (match.Groups["ap"].Value.StartsWith("p", StringComparison.OrdinalIgnoreCase) ? 12 : 0);
        if (hour > 23)
            return null;
        var local = day.ToDateTime(new TimeOnly(hour, Number(match, "m"), Number(match, "s")));
        var offset = Offset(match) ?? zoneOfAll;
        return offset is { } minutes
            ? local.AddMinutes(-minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static int? Offset(Match match)
    {
        int? zone = match.Groups["zone"].Success && Zones.TryGetValue(match.Groups["zone"].Value, out var minutes) ? minutes : null;
        if (!match.Groups["off"].Success || zone is not (null or 0))
            return zone;
        var off = match.Groups["off"].Value.Replace(":", "", StringComparison.Ordinal);
        var digits = int.Parse(off[1..], CultureInfo.InvariantCulture);
        var away = off.Length <= 3 ? digits * 60 : digits / 100 * 60 + digits % 100;
        return off[0] == '-' ? -away : away;
    }

    private static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
}
