using System.Globalization;
using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds the sum that is demanded.</summary>
internal static partial class AmountFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const string Currency = "EUR|euros?|€|US\\$|USD|US[- ]dollars|Canadian dollars|Australian dollars|dollars|C\\$|CA\\$|CAD|AU\\$|A\\$|AUD|\\$|GBP|pounds( sterling)?|£|CHF|SFr\\.?|Fr\\.|SEK|NOK|DKK|PLN|zł|kr\\.?";
    private const string Sum = @"\d{1,3}(?:[.,'\u2019 ]\d{3})+(?:[.,]\d{2}|,-+|\.-+|,\u2013|\.\u2013)?|\d{1,7}(?:[.,]\d{2}|,-+|\.-+|,\u2013|\.\u2013)?";

    private const int Least = 2;
    private const int Near = 70;

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?<c>{Currency})\s?(?<n>{Sum})(?![\d%])|(?<![\d.,/-])(?<n>{Sum})\s?(?<c>{Currency})(?!\p{{L}})", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Money { get; }

    [GeneratedRegex(@"\b(total|sum of|in all|altogether|gesamt\p{L}*|insgesamt|summe|totaal\p{L}*|in totaal|montant total|la somme de|au total|soit|importe total|en total|la (suma|cantidad) de|bedrag van|betrag (von|in höhe)|vergleichsbetrag|pauschal\p{L}*|settlement (amount|sum|of|offer|figure)|settle (this|the)?|amount (due|payable|of))", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Total { get; }

    [GeneratedRegex(@"\b(pay|payment|payable|paid|settle\w*|compensat\w*|demand\w*|transfer|remit|claim|reimburse\w*|zahl\p{L}*|bezahl\p{L}*|überweis\p{L}*|forder\p{L}*|verlang\p{L}*|erstatt\p{L}*|ersetz\p{L}*|zu ersetzen|begleich\p{L}*|betal\p{L}*|voldoen|vorder\p{L}*|schikking\p{L}*|schadevergoeding|vergoed\p{L}*|overma\p{L}*|régler|règlement|payer|paiement|vers(er|ement)\p{L}*|réclam\p{L}*|indemni\p{L}*|rembours\p{L}*|pagar|pago|abon\p{L}*|ingres\p{L}*|reclam\p{L}*|transferencia|indemnización)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Demand { get; }

    [GeneratedRegex(@"^.{0,40}\b(to (pay|be paid|settle)|is (due|payable)|payable|zu (zahlen|bezahlen|überweisen|erstatten|ersetzen|begleichen)|zahlen|erstatten|überweisen|ersetzen|te (betalen|voldoen|vergoeden|restitueren)|over te maken|verser|régler|payer)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DemandAfter { get; }

    [GeneratedRegex(@"\b(up to|as much as|statutory|per (work|infringement|violation|day|breach|month|hour|case)|fined?|penalty|awarded|gegenstandswert|streitwert|vertragsstrafe|bis zu|ordnungsgeld|bußgeld|für jeden fall|per overtreding|boete|dwangsom|per dag|tot (maximaal )?|jusqu['’]à|astreinte|amende|par jour|par infraction|hasta|multa|por (cada )?(día|infracción)|invoice|rechnung|factuur|facture|factura|order (total|value)|bestellwert|worth|im wert|ter waarde|d['’]un montant|por (un )?(valor|importe)|value of|other (cases|matters)|in (another|a similar) (case|matter)|similar cases|our fee|monthly|prize|discount|salary|salaire|price|preis|prijs|prix|precio|from only|ab nur|after that|danach|daarna|ensuite|después|otherwise|andernfalls)\b[^.;]{0,60}$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Other { get; }

    [GeneratedRegex(@"^[^.;]{0,25}\b(per|pro|je|par|por) (work|infringement|violation|day|breach|month|tag|fall|verstoß|monat|dag|overtreding|maand|jour|infraction|mois|día|infracción|mes|hour|stunde|stunden)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherAfter { get; }

    /// <param name="text">The letter.</param>
    /// <param name="country">Where the sender writes from, where that is known: dollars and crowns have several countries.</param>
    /// <returns>The sum, such as <c>915.00 EUR</c>; null when none is demanded.</returns>
    public static string? Find(string text, string? country)
    {
        var flat = Sentence.Join(text);
        var candidates = new List<(int Score, decimal Value, string Currency)>();
        foreach (Match match in Money.Matches(flat))
        {
            if (Value(match.Groups["n"].Value) is not { } value || value <= 0 || Code(match.Groups["c"].Value, country) is not { } currency)
                continue;
            var wide = flat[Math.Max(0, match.Index - 2 * Near)..match.Index];
            var before = Sentence.Around(flat, match.Index, match.Length).Before;
            var near = wide[Math.Max(0, wide.Length - Near)..];
            var inSentence = near.Length < before.Length ? near : before;
            var after = flat[(match.Index + match.Length)..Math.Min(flat.Length, match.Index + match.Length + Near)];
            var score = (Total.IsMatch(near) ? 2 : 0) + (Demand.IsMatch(wide) || DemandAfter.IsMatch(after) ? 2 : Demand.IsMatch(after) ? 1 : 0) - (Other.IsMatch(inSentence) || OtherAfter.IsMatch(after) ? 4 : 0);
            candidates.Add((score, value, currency));
        }

        var best = candidates.Where(candidate => candidate.Score >= Least).OrderByDescending(candidate => candidate.Score).ThenByDescending(candidate => candidate.Value).FirstOrDefault();
        return best.Currency is null ? null : string.Create(CultureInfo.InvariantCulture, $"{best.Value:0.00} {best.Currency}");
    }

    private static decimal? Value(string number)
    {
        var plain = number.TrimEnd('-', '.', ',', '\u2013');
        var mark = plain.LastIndexOfAny(['.', ',']);
        var hasCents = mark >= 0 && plain.Length - mark == 3;
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? (hasCents ? value / 100 : value) : null;
    }

    // Null where the letter does not tell which crowns.
    private static string? Code(string currency, string? country) => currency.ToUpperInvariant() switch
    {
        "€" or "EUR" or "EURO" or "EUROS" => "EUR",
        "£" or "GBP" or "POUNDS" or "POUNDS STERLING" => "GBP",
        "C$" or "CA$" or "CAD" or "CANADIAN DOLLARS" => "CAD",
        "A$" or "AU$" or "AUD" or "AUSTRALIAN DOLLARS" => "AUD",
        "CHF" or "SFR" or "SFR." or "FR." => "CHF",
        "ZŁ" or "PLN" => "PLN",
        "SEK" => "SEK",
        "NOK" => "NOK",
        "DKK" => "DKK",
        "KR" or "KR." => country switch { "SE" => "SEK", "NO" => "NOK", "DK" => "DKK", _ => null },
        "$" or "DOLLARS" => country switch { "CA" => "CAD", "AU" => "AUD", _ => "USD" },
        _ => "USD",
    };
}
