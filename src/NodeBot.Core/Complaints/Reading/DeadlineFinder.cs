using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds by when the recipient is to act.</summary>
internal static partial class DeadlineFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    // Words of a period; what stands between "within" and the number stays short.
    private const string Number = @"(?<n>\d{1,3}|[\p{L}-]{1,10})(\s*\(\s*(?<paren>[\p{L}\d-]{1,12})\s*\))?";

    private const int Before = 70;
    private const int Close = 14;

    [GeneratedRegex(@"\b(deadline|no later than|not later than|on or before|at the latest by|latest|due( date)?( is)?|expires?( on)?|respond by|reply by|answer by|frist|spätestens|fristende|fristablauf|eingehend|ablauf des|uiterlijk|termijn|uiterste|au plus tard|date limite|délai|échéance|avant le|d['’]ici( au| le)?|jusqu['’]au|a más tardar|antes del|fecha límite|plazo|hasta el|vence)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Strong { get; }

    // These stand directly before the date, or before the weekday that stands there.
    [GeneratedRegex(@"\b(by|until|before|till|bis( zum| einschließlich)?|vor dem|vóór|voor|tot( en met)?|op uiterlijk)\s*(close of business|midnight|noon|eod|cob)?\s*(on|the|de|den|dem|am|le|el)?\s*(\p{L}{2,10},?)?\s*$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Weak { get; }

    [GeneratedRegex(@"\b(hearing|maintenance|invoice|occurred|infringement|dated|date of (birth|this)|vom|verhandlung|wartung|rechnung|zitting|onderhoud|factuur|audience|facture|maintenance|en date du|vista|factura|mantenimiento|de fecha|valid|gültig|offer|sale|rabatt|event|conference|version|since|seit|sinds|depuis|desde|was|were|wurde|werd|été|sent|received|kept|stored|retain\w*)\b[^.;\n]{0,40}$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherDate { get; }

    [GeneratedRegex(@"\b(within( the next)?|in the next|innerhalb( von| der nächsten| einer frist von)?|binnen( einer frist von| nu en| de komende| een termijn van)?|sous( un délai de)?|dans( un délai (maximal |maximum )?de| les| la)?|en (el|un) plazo( máximo)?( improrrogable)? de|en el término de|dentro de( los| las)?( próximos| próximas)?|frist von|termijn van|délai de|plazo de|you have|sie haben|u heeft|u hebt|vous disposez( d['’]un délai)? de|(usted )?dispone( usted)? de( un plazo de)?)\s+(a period of |maximal |maximum |höchstens |max\. )?" + Number + @"\s*[- ]?(?<kind>business|working|werk|arbeits)?[- ]?\s*(?<unit>hours?|days?|weeks?|months?|stunden?|tage?n?s?|werktage?n?s?|arbeitstage?n?s?|wochen?|monate?n?s?|uur|uren|dag(en)?|werkdag(en)?|weken|week|maand(en)?|heures?|jours?|semaines?|mois|horas?|días?|dias?|semanas?|mes(es)?)?(\s+(?<after>ouvrables|ouvrés|hábiles|laborables))?(?!\p{L})", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period { get; }

    [GeneratedRegex(@"\b" + Number + @"[- ](?<unit>hour|day|week|tägige|tage)[- ]?(deadline|period|frist|limit|to respond)\b|\b(?<n>huitaine|quinzaine)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PeriodBefore { get; }

    [GeneratedRegex(@"\b(of|from|after) the date (of|on) (this|the present)|of this letter'?s? date|ab (dem )?datum dieses|ab briefdatum|nach (dem )?datum dieses|ab dem datum dieses|na (de )?dagtekening|na datum (van )?deze|vanaf (de )?(dagtekening|datum)|à compter de la date (de|du|des)|de la date de la présente|de la date du présent|a (partir|contar) (de la|desde la)? ?fecha (de|del) (esta|este|la presente|presente)|desde la fecha de (esta|este|la presente)|date of this (letter|notice|e-?mail|ticket|message)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FromLetter { get; }

    [GeneratedRegex(@"\b(we|our team|i) (will|shall|aim|usually|normally|try)\b[^.;\n]{0,50}$|\bwir (werden|melden|antworten|bearbeiten)\b[^.;\n]{0,50}$|\b(wij|we) (zullen|antwoorden|reageren)\b[^.;\n]{0,50}$|\bnous (vous )?(répondrons|traiterons|reviendrons)\b[^.;\n]{0,50}$|\b(past|last|letzten|vergangenen|afgelopen|derni(er|ère)s|últim[oa]s|stored|kept|gespeichert|bewaard|conserv\p{L}*|shipp\w+|deliver\w*|liefer\w*|refund|cancel\w*|happened|occurred)\b[^.;\n]{0,40}$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOurs { get; }

    [GeneratedRegex(@"\b(today|heute|vandaag|aujourd['’]hui|hoy)\b[^.;\n]{0,30}\b(midnight|end of (the )?(business )?day|\d{1,2}([:.]\d\d)? ?(am|pm|uhr|uur|h))", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Today { get; }

    /// <param name="letter">The letter.</param>
    /// <param name="received">When it arrived.</param>
    /// <param name="isAmerican">How its numbers are to be read.</param>
    /// <returns>The day; null when the letter names none for the recipient.</returns>
    public static DateOnly? Find(LetterText letter, DateOnly received, bool isAmerican) =>
        In(letter.Own, letter.All, received, isAmerican) ?? In(string.Join('\n', letter.Lines.Where(line => line.IsQuoted).Select(line => line.Text)), letter.All, received, isAmerican);

    private static DateOnly? In(string text, string all, DateOnly received, bool isAmerican)
    {
        // A line's end is no end of a sentence.
        var flat = text.Replace('\n', ' ');
        var dates = DateFinder.Find(flat, isAmerican);
        var days = new List<DateOnly>();
        foreach (var date in dates)
        {
            if (IsDeadline(flat, date))
                days.Add(date.Day);
        }

        // A day that is over may be of something else: a period that still runs comes before it.
        if (days.TrueForAll(day => day < received))
            days.AddRange(Periods(flat, all, received, isAmerican));
        if (days.Count == 0 && Today.IsMatch(flat))
            days.Add(received);
        var ahead = days.Where(day => day >= received).ToList();
        return ahead.Count > 0 ? ahead.Min() : days.Where(day => received.DayNumber - day.DayNumber < 90).Cast<DateOnly?>().Max();
    }

    private static bool IsDeadline(string text, FoundDate date)
    {
        var before = text[Math.Max(0, date.At - Before)..date.At];
        var sentence = before[(before.LastIndexOfAny(['.', ';', '!', '?']) is var end and >= 0 && end < before.Length - 4 && !char.IsDigit(before[end - Math.Min(end, 1)]) ? end + 1 : 0)..];
        if (Weak.IsMatch(sentence))
            return !OtherDate.IsMatch(sentence[..Math.Max(0, sentence.Length - Close)]) || Strong.IsMatch(sentence);
        return Strong.IsMatch(sentence) && !OtherDate.IsMatch(sentence);
    }

    private static IEnumerable<DateOnly> Periods(string text, string all, DateOnly received, bool isAmerican)
    {
        foreach (var match in Period.Matches(text).Concat(PeriodBefore.Matches(text)))
        {
            var count = NumberWords.Read(match.Groups["n"].Value) ?? (match.Groups["paren"].Success ? NumberWords.Read(match.Groups["paren"].Value) : null);
            var isWord = match.Groups["n"].Value is "huitaine" or "quinzaine";
            if (count is not { } number || number > 200 || (!match.Groups["unit"].Success && !isWord) || NotOurs.IsMatch(text[Math.Max(0, match.Index - 60)..match.Index]))
                continue;
            var around = text[match.Index..Math.Min(text.Length, match.Index + match.Length + 60)];
            var from = FromLetter.IsMatch(around) ? LetterDay(all, received, isAmerican) : received;
            yield return Add(from, number, isWord ? "days" : match.Groups["unit"].Value.ToLowerInvariant(), match.Groups["kind"].Success || match.Groups["after"].Success);
        }
    }

    // The letter's own date stands at its top.
    private static DateOnly LetterDay(string all, DateOnly received, bool isAmerican)
    {
        var top = all[..Math.Min(all.Length, 1500)];
        return DateFinder.Find(top, isAmerican).Select(date => date.Day).Where(day => day <= received && received.DayNumber - day.DayNumber < 60).Cast<DateOnly?>().FirstOrDefault() ?? received;
    }

    private static DateOnly Add(DateOnly from, int number, string unit, bool isWorking)
    {
        if (unit.StartsWith('h') || unit.StartsWith("st", StringComparison.Ordinal) || unit is "uur" or "uren")
            return from.AddDays((number + 23) / 24);
        if (unit.StartsWith("mo", StringComparison.Ordinal) || unit.StartsWith("ma", StringComparison.Ordinal) || unit.StartsWith("me", StringComparison.Ordinal))
            return from.AddMonths(number);
        if (unit.StartsWith("we", StringComparison.Ordinal) && !unit.StartsWith("werk", StringComparison.Ordinal) || unit.StartsWith("wo", StringComparison.Ordinal) || unit.StartsWith("sem", StringComparison.Ordinal))
            return from.AddDays(7 * number);
        if (!isWorking && !unit.StartsWith("werk", StringComparison.Ordinal) && !unit.StartsWith("arbeit", StringComparison.Ordinal))
            return from.AddDays(number);
        for (var day = from; ;)
        {
            if (number == 0)
                return day;
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                number--;
        }
    }
}
