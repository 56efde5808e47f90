using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds by when the recipient is to act: a day that is named, a period, or a day of the week.</summary>
internal static partial class DeadlineFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    // A deadline this long before the letter arrived is none any more, but the date of something else.
    private const int LongestPast = 90;
    private const int Window = 110;
    private const int MostBehind = 25;

    // What may stand between a word such as "by" and the date.
    private const string Fillers = @"([\s,:(¶–-]|\b(the|on|at|of|den|dem|der|de|het|le|el|del|la|las|les|am|zum|um|om|à|a|día|dia|op|date|datum|kommenden|nächsten|next|this|coming|prochain|próximo|aanstaande|close of business|cob|eod|end of (the )?((business|working) )?day|midnight|noon|mittags|mitternacht|minuit|medianoche|inclusive|einschließlich|spätestens|latest|local time|utc|gmt|cet|cest|mez|est|edt|pst|pdt|uhr|uur|horas?|hours?|heures?|hrs?|\d{1,2}([:.h]\d{0,2})?\s?([ap]\.?m\.?|h)?|" + Weekdays.Pattern + @")(?=[\s,:(¶–-]))*$";

    // Says that it is a deadline.
    private const string StrongWords =
        @"no(t)? later than|on or before|at the latest( by| on)?|by the latest|latest( by| on)|deadline( is| of| for [^.;:¶]{1,40}( is|:)?| ends| expires)?|due( date| by| on)?( is)?|expires?( on)?|(return|compliance|closing|response) (date|due)|(reply|respond|answer|response( is)?( due)?|comply|act) by|" +
        @"(bis )?(aller)?spätestens( bis)?( zum| am)?|längstens( bis)?|frist( ist)?( endet| läuft( bis)?)?( bis( zum)?| zum| am)?|frist(ablauf|ende)( ist)?|eingehend( bis)?|eingang bis|abgabetermin|ablauf des|" +
        @"uiterlijk( op| tot| voor| vóór)?( en met)?|uiterste (reactie)?(datum|termijn)( is)?|termijn( loopt tot| eindigt op| verstrijkt op| tot)?|niet later dan|vóór|" +
        @"au plus tard( le| au| jusqu['’]au)?|date limite( de [^.;:¶]{1,30})?( est( fixée au)?| fixée au)?|échéance|délai (expirant|fixé|expire)( le| au)?|expirant le|d['’]ici( le| au)?|" +
        @"a más tardar( el( día)?)?|no más tarde del?|fecha límite( de [^.;:¶]{1,30})?( es)?|(plazo|término)( [^.;:¶]{1,40})? (finaliza|vence|expira|termina|concluye|hasta)( el)?( día)?|vence( el)?";

    // Says so only where something is demanded.
    private const string WeakWords = @"by|until|till|before|prior to|bis( zum| einschließlich( zum)?| einschl\.)?|vor dem|zum|voor|tot( en met)?|t/m|avant( le)?|jusqu['’]au|pour le|antes del?( día)?|hasta( el)?( día)?|con anterioridad al?";

    private const string Units = @"(?<unit>hours?|hrs?|h|days?|weeks?|months?|fortnight|stunden?|std|tage?n?s?|wochen?|monate?n?s?|uur|uren|dag(en)?|weken|week|maand(en)?|heures?|jours?|semaines?|mois|horas|días?|dias?|semanas?|mes(es)?)";

    private const string Count = @"(?<n>\d{1,3}|\p{L}{1,12}(-\p{L}{2,8})?)(\s*\(\s*(?<paren>[\p{L}\d-]{1,16})\s*\))?(\s*[-x]\s*|\s+)?((full|volle[rn]?|volledige|further|weitere[rn]?)\s+)?((?<working>business|working|bank(ing)?|werk|arbeits)|calendar|kalender)?[\s-]*";

    private const string AfterUnit = @"(\s+(?<after>ouvrables|ouvrés|hábiles|laborables))?(?!\p{L})";

    [GeneratedRegex(@"(\b(?<strong>" + StrongWords + @")|\b(?<weak>" + WeakWords + @")|\b(?<appointed>(place,? )?date and time|date,? time and place))" + Fillers, Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lead { get; }

    [GeneratedRegex(@"^[\s,(]*(\d{1,2}([:.h]\d{2})?\s?(uhr|uur|h|[ap]m)?[\s,)]*)?(at the latest|spätestens|au plus tard|a más tardar|uiterlijk|als (späteste )?frist|hier eingehend|eingehend|\(?deadline|vorgemerkt|notiert)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Trailing { get; }

    [GeneratedRegex(@"\b(maintenance|invoice|(date of )?birth|wartung\p{L}*|rechnung|onderhoud|factuur|facture|factura|mantenimiento|valid|gültig|geldig|valable|válid[oa]|sale|rabatt|event|conference|seminar|version|kept|stored|retain\w*|retention|gespeichert|aufbewahrt|bewaard|conserv[ée]+s?|guardad\w+|closed|geschlossen|gesloten|fermé|cerrado|registered|from \d|vom \d|van \d|du \d|entre)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherDate { get; }

    // A period of something else: of the sender, of the past, of a remedy at law.
    [GeneratedRegex(@"\b(we|our team|i|our staff) (will|shall|aim|usually|normally|try|strive) (to )?(?!suspend|terminate|block|disconnect|null)|\bwir (werden|melden|antworten|bearbeiten|bemühen)\b(?!.*(sperren|abschalten|kündigen))|\b(wij|we) (zullen|antwoorden|reageren|streven)\b|\bnous (vous )?(répondrons|traiterons|reviendrons)\b|\b(past|last|letzten|vergangenen|afgelopen|derni(er|ère)s|últim[oa]s|previous|earlier|stored|kept|gespeichert|bewaard|conserv\p{L}*|shipp\w+|liefer\p{L}*|refund\w*|occurred|attempts|versuche|pogingen|tentatives|intentos)\b[^.;]{0,40}$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOurs { get; }

    [GeneratedRegex(@"\b(was|were|had|has been|have been|occurred|observed|recorded|saw|seen|purchase|delivery|refund|wurden?|worden|hatten?|kam(en)?|gab|registriert|kauf|lieferung|widerruf\w*|werd(en)?|zijn|geregistreerd|aankoop|levering|été|avons (vu|constaté|enregistré)|achat|livraison|fue(ron)?|ha(n)? sido|hubo|registrad\w+|compra|entrega)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Told { get; }

    [GeneratedRegex(
        @"\b((?<in>within|no(t)? later than|(bis )?spätestens|uiterlijk|au plus tard|a más tardar|in|innerhalb|binnen|innert|inside|sous|dans|en|dentro|over)|(?<have>you( will)? have|you are (given|granted)|we (give|allow|grant) you|sie haben|ihnen (bleiben|verbleiben)|wir (geben|gewähren) ihnen|u (heeft|hebt|krijgt)|wij geven u|vous (disposez|avez)|nous vous (donnons|accordons|laissons)|il vous reste|(usted )?(dispone|tiene)( usted)?|le (damos|concedemos)|tiene usted|frist|termijn|délai|plazo|término|deadline|period)( is| ist| beträgt| est| es)?)[\s:]+((of|from|a|an|the|next|coming|following|period|maximum|max\.?|statutory|no more than|at most|up to|von|der|des|die|den|einer|eines|nächsten|kommenden|folgenden|gesetzlichen|frist|maximal|höchstens|nur|van|een|de|het|komende|volgende|wettelijke|termijn|nu en|uiterlijk|maximaal|un|délai|légal|maximal|prochain(e?s)?|les|la|que|el|plazo|término|los|las|próxim[oa]s|siguientes|máximo|improrrogable|legal|e|y|and|und|et|en|d['’]un|d['’]une|d['’]|du|al|menos)[\s:]+|d['’])*" + Count + Units + AfterUnit,
        Options,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period { get; }

    [GeneratedRegex(@"\b(?<n>\d{1,3}|\p{L}{3,12})[- ]?(?<unit>hour|day|week|tägige[rn]?|stündige[rn]?|wöchige[rn]?)[- ]?(deadline|period|frist|limit|window|term|to (respond|reply|comply))\b|\b(?<n>huitaine|quinzaine)\b|\b(deadline|frist|termijn|délai|plazo|time limit|response time)\s*:\s*" + Count + Units + AfterUnit, Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PeriodAlone { get; }

    [GeneratedRegex(@"\b(of|from|after|following) the (above )?date (of|on) (this|the present|the)|of (this letter|the date)'?s? date|from the date (hereof|above)|ab (dem )?datum dieses|ab (dem )?briefdatum|nach (dem )?(datum|briefdatum)|ab dem datum|na (de )?dagtekening|na (de )?datum (van )?(deze|dit)|vanaf (de )?(dagtekening|datum)|na heden|vanaf heden|à compter de la date (de|du|des)|de la date d(e la|u) présent|à compter de ce jour|a (partir|contar) (de la|desde la)? ?fecha (de|del) (esta|este|la presente|presente)|desde la fecha de (esta|este|la presente)|date of this (letter|notice|e-?mail|ticket|message)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FromLetter { get; }

    [GeneratedRegex(@"\b(today|heute|vandaag|aujourd['’]hui|hoy)\b[^.;¶]{0,30}\b(midnight|end of (the )?((business|working) )?day|close of business|\d{1,2}([:.h]\d{0,2})? ?(am|pm|uhr|uur|h))|\b(by|bis|before|vor|avant|vóór|uiterlijk|spätestens|antes de)( spätestens)? (the end of |ende )?(today|heute|vandaag|hoy)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Today { get; }

    [GeneratedRegex(@"\b(by|until|before|no later than|bis( spätestens)?|spätestens( bis)?|tot|vóór|voor|uiterlijk|d['’]ici( à)?|avant|au plus tard|antes de|hasta|a más tardar)\s+((the end of|end of|next|this|kommenden|nächsten|zum|am|aanstaande|le|el|coming|close of business|noon|\d{1,2}([:.h]\d{0,2})?\s?([ap]\.?m\.?|uhr|uur|h|hrs|hours)?)( (utc|gmt|cet|cest|mez|est|edt|pst))?( on)?,?\s+)?((?<tomorrow>tomorrow|morgen|demain|mañana)|(?<weekday>" + Weekdays.Pattern + @"))\b(?!,?\s*(den |dem |the |de |le |el )?\d)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named { get; }

    /// <param name="letter">The letter.</param>
    /// <param name="received">When it arrived.</param>
    /// <param name="isAmerican">How its numbers are to be read.</param>
    /// <returns>The day; null when the letter names none for the recipient.</returns>
    public static DateOnly? Find(LetterText letter, DateOnly received, bool isAmerican) =>
        In(letter.Own, letter, received, isAmerican) ?? In(letter.Quoted, letter, received, isAmerican);

    /// <param name="before">What stands before a date, in one line.</param>
    /// <param name="after">What stands behind it.</param>
    /// <returns>Whether the date may be a deadline: it is no moment then at which something happened.</returns>
    public static bool MayBeDeadline(string before, string after) => Strength(before, after) is not null;

    private static DateOnly? In(string text, LetterText letter, DateOnly received, bool isAmerican)
    {
        var flat = Sentence.Join(text);
        var named = Dates(flat, received, isAmerican).ToList();
        var days = named.Select(date => date.Day).ToList();
        days.AddRange(Periods(flat, letter, received, isAmerican, named));
        if (days.Count == 0)
            days.AddRange(NamedDays(flat, received));
        var ahead = days.Where(day => day >= received).ToList();
        return ahead.Count > 0 ? ahead.Min() : days.Cast<DateOnly?>().Max();
    }

    private static IEnumerable<FoundDate> Dates(string flat, DateOnly received, bool isAmerican)
    {
        var whole = DateFinder.Find(flat, isAmerican);
        foreach (var date in whole.Concat(DateFinder.FindWithoutYear(flat, received).Where(date => whole.TrueForAll(other => date.At >= other.At + other.Length || date.At + date.Length <= other.At))))
        {
            if (received.DayNumber - date.Day.DayNumber > LongestPast || date.Day.DayNumber - received.DayNumber > 2 * 366)
                continue;
            if (Strength(flat[Math.Max(0, date.At - Window)..date.At], flat[(date.At + date.Length)..]) is not { } isStrong)
            {
                // The form of an American subpoena.
                if (date.Day > received && Lead.Match(flat[Math.Max(0, date.At - Window)..date.At]).Groups["appointed"].Success)
                    yield return date;
                continue;
            }

            var (before, after) = Sentence.Around(flat, date.At, date.Length);
            var isDemand = DemandWords.Stand(before, after);
            if (isStrong ? !OtherDate.IsMatch(before) || isDemand : isDemand && !OtherDate.IsMatch(before))
                yield return date;
        }
    }

    // Whether words beside a date say that it is a deadline (true), or may say so (false).
    private static bool? Strength(string before, string after)
    {
        var lead = Lead.Match(before);
        if (lead.Groups["strong"].Success || Trailing.IsMatch(after[..Math.Min(after.Length, 50)]))
            return true;
        return lead.Groups["weak"].Success ? false : null;
    }

    private static IEnumerable<DateOnly> Periods(string flat, LetterText letter, DateOnly received, bool isAmerican, List<FoundDate> named)
    {
        foreach (var match in Period.Matches(flat).Concat(PeriodAlone.Matches(flat)))
        {
            var isWord = match.Groups["n"].Value.ToLowerInvariant() is "huitaine" or "quinzaine";
            var unit = isWord ? "days" : match.Groups["unit"].Value.ToLowerInvariant();
            var count = NumberWords.Read(match.Groups["n"].Value) ?? (match.Groups["paren"].Success ? NumberWords.Read(match.Groups["paren"].Value) : null);
            var (before, after) = Sentence.Around(flat, match.Index, match.Length);
            if (count is not (> 0 and <= 200) || NotOurs.IsMatch(before) || IsBeside(named, match, before.Length, after.Length))
                continue;
            if (match.Groups["in"].Success && !DemandWords.Stand(before, after) && !IsWholeSentence(before, after) && (!IsLong(unit, match) || Told.IsMatch(before) || Told.IsMatch(after)))
                continue;
            var around = match.Value + after[..Math.Min(after.Length, 90)];
            var from = FromLetter.IsMatch(around) ? LetterDay(letter, received, isAmerican) : received;
            yield return Add(from, count.Value, unit, match.Groups["working"].Success || match.Groups["after"].Success);
        }
    }

    private static bool IsWholeSentence(string before, string after) => before.Trim().Length == 0 && after.Trim().Length <= MostBehind;

    // "In 3 days" and "within 24 hours" may tell what happened; "within 10 days" hardly ever does.
    private static bool IsLong(string unit, Match match) => !unit.StartsWith('h') && !unit.StartsWith("st", StringComparison.Ordinal) && !unit.StartsWith("uu", StringComparison.Ordinal) && !unit.StartsWith("ur", StringComparison.Ordinal) && match.Groups["in"].Length > 2;

    // "Within 14 days, that is by 8 December": the day counts.
    private static bool IsBeside(List<FoundDate> named, Match match, int before, int after) =>
        named.Exists(date => date.At >= match.Index - before && date.At <= match.Index + match.Length + after);

    private static IEnumerable<DateOnly> NamedDays(string flat, DateOnly received)
    {
        if (Today.IsMatch(flat))
            yield return received;
        foreach (Match match in Named.Matches(flat))
        {
            var (before, after) = Sentence.Around(flat, match.Index, match.Length);
            if (DemandWords.Stand(before, after) && !OtherDate.IsMatch(before))
                yield return match.Groups["tomorrow"].Success ? received.AddDays(1) : Weekdays.After(match.Groups["weekday"].Value, received)!.Value;
        }
    }

    // The letter's own date stands at its top, alone or beside a town.
    private static DateOnly LetterDay(LetterText letter, DateOnly received, bool isAmerican)
    {
        const int MostBeside = 30;
        DateOnly? first = null;
        foreach (var line in letter.Lines.Take(40))
        {
            foreach (var date in DateFinder.Find(line.Text, isAmerican).Where(date => date.Day <= received && received.DayNumber - date.Day.DayNumber < LongestPast))
            {
                if (line.Text.Length - date.Length <= MostBeside)
                    return date.Day;
                first ??= date.Day;
            }
        }

        return first ?? received;
    }

    private static DateOnly Add(DateOnly from, int number, string unit, bool isWorking)
    {
        bool Begins(string start) => unit.StartsWith(start, StringComparison.Ordinal);
        if (Begins("h") || Begins("st") || unit is "uur" or "uren")
            return from.AddDays((number + 23) / 24);
        if (Begins("mo") || Begins("ma") || Begins("me"))
            return from.AddMonths(number);
        if (Begins("we") || Begins("wo") || Begins("wö") || Begins("sem") || Begins("fort"))
            return from.AddDays((Begins("fort") ? 14 : 7) * number);
        if (!isWorking)
            return from.AddDays(number);
        var day = from;
        while (number > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                number--;
        }

        return day;
    }
}
