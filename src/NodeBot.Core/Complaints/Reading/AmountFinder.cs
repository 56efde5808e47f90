using System.Globalization;
using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds the sum that is demanded.</summary>
internal static partial class AmountFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const string Currency = "EUR|euros?|€|US\\$|USD|US dollars|dollars|C\\$|CAD|A\\$|AUD|\\$|GBP|£|CHF|SEK|NOK|DKK|PLN|zł|kr";
    private const string Sum = @"\d{1,3}(?:[.,'\u2019 ]\d{3})+(?:[.,]\d{2}|,-+|\.-+)?|\d{1,7}(?:[.,]\d{2}|,-+|\.-+)?";

    private const int Least = 2;

    [GeneratedRegex($@"(?<![\p{{L}}\d])(?<c>{Currency})\s?(?<n>{Sum})(?![\d%])|(?<![\d.,/-])(?<n>{Sum})\s?(?<c>{Currency})(?!\p{{L}})", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Money { get; }

    [GeneratedRegex(@"\b(total|sum of|in all|gesamt\p{L}*|insgesamt|summe|totaal\p{L}*|montant total|la somme de|au total|importe total|en total|la (suma|cantidad) de|bedrag van|betrag (von|in höhe)|vergleichsbetrag|pauschal\p{L}*|settlement (amount|sum|of|offer)|settle (this|the)?)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Total { get; }

    [GeneratedRegex(@"\b(damages of|schadevergoeding|schadensersatz|dommages|indemnización|pay|payment|payable|settle\w*|compensat\w*|demand\w*|transfer|remit|claim|zahl\p{L}*|überweis\p{L}*|forder\p{L}*|verlang\p{L}*|erstatt\p{L}*|begleich\p{L}*|betal\p{L}*|voldoen|vorder\p{L}*|schikking\p{L}*|overma\p{L}*|régler|règlement|payer|paiement|vers(er|ement)\p{L}*|réclam\p{L}*|indemni\p{L}*|pagar|pago|abon\p{L}*|ingres\p{L}*|reclam\p{L}*|transferencia)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Demand { get; }

    [GeneratedRegex(@"\b(up to|as much as|statutory|per (work|infringement|violation|day|breach|month|hour|case)|fined?|awarded|gegenstandswert|streitwert|vertragsstrafe|bis zu|ordnungsgeld|für jeden fall|per overtreding|dwangsom|per dag|tot (maximaal )?|jusqu['’]à|astreinte|par jour|par infraction|hasta|multa|por (cada )?(día|infracción)|invoice|rechnung|factuur|facture|factura|order (total|value)|bestellwert|worth|im wert|value of|other (cases|matters)|in (another|a similar) (case|matter)|similar cases|our fee|monthly|prize|discount|salary|price|preis|prijs|prix|precio|from only|ab nur)\b[^.;]{0,60}$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Other { get; }

    [GeneratedRegex(@"^[^.;]{0,25}\b(per|pro|je|par|por) (work|infringement|violation|day|breach|month|tag|fall|verstoß|monat|dag|overtreding|maand|jour|infraction|mois|día|infracción|mes|hour|stunde)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherAfter { get; }

    /// <returns>The sum, such as <c>915.00 EUR</c>; null when none is demanded.</returns>
    public static string? Find(string text)
    {
        var flat = text.Replace('\n', ' ');
        var candidates = new List<(int Score, decimal Value, string Currency)>();
        foreach (Match match in Money.Matches(flat))
        {
            if (Value(match.Groups["n"].Value) is not { } value || value <= 0)
                continue;
            var before = flat[Math.Max(0, match.Index - 140)..match.Index];
            var near = before[Math.Max(0, before.Length - 70)..];
            var after = flat[(match.Index + match.Length)..Math.Min(flat.Length, match.Index + match.Length + 70)];
            var score = (Total.IsMatch(near) ? 2 : 0) + (Demand.IsMatch(before) ? 2 : Demand.IsMatch(after) ? 1 : 0) - (Other.IsMatch(near) || OtherAfter.IsMatch(after) ? 4 : 0);
            candidates.Add((score, value, Code(match.Groups["c"].Value)));
        }

        var best = candidates.Where(candidate => candidate.Score >= Least).OrderByDescending(candidate => candidate.Score).ThenByDescending(candidate => candidate.Value).FirstOrDefault();
        return best.Currency is null ? null : string.Create(CultureInfo.InvariantCulture, $"{best.Value:0.00} {best.Currency}");
    }

    private static decimal? Value(string number)
    {
        var plain = number.TrimEnd('-', '.', ',');
        var mark = plain.LastIndexOfAny(['.', ',']);
        var hasCents = mark >= 0 && plain.Length - mark == 3;
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? (hasCents ? value / 100 : value) : null;
    }

    private static string Code(string currency) => currency.ToUpperInvariant() switch
    {
        "€" or "EUR" or "EURO" or "EUROS" => "EUR",
        "£" or "GBP" => "GBP",
        "C$" or "CAD" => "CAD",
        "A$" or "AUD" => "AUD",
        "CHF" => "CHF",
        "ZŁ" or "PLN" => "PLN",
        "SEK" or "KR" => "SEK",
        "NOK" => "NOK",
        "DKK" => "DKK",
        _ => "USD",
    };
}
