using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds file, case and ticket numbers.</summary>
internal static partial class ReferenceFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Most = 5;

    // The recipient's own reference, invoices and customers' numbers are left out.
    [GeneratedRegex(
        @"(?<!(your|ihr|ihre|uw|votre|su|customer|kunden|order|invoice|bestel|bestell)[ -]?)(?<!\p{L})(our ref(erence)?|reference( number| no| id)?|ref(erence)?|ticket( ?id| number| no| ?nr| abuse| de abuso)?|civil action( no)?|procédure|ticket-?nummer|ticketnummer|case( ?id| number| no| ref(erence)?)?|notice[ -]?id|incident( ?id| number| no)?|report( ?id| number| no)|complaint( ?id| number| no)|claim no|file( number| no)|docket( no)?|matter( no)?|abuse ?id|aktenzeichen|unser(e)? zeichen|az|gz|geschäftszeichen|gesch\.-?nr|geschäfts-?nr|vorgangs?(nummer|-?nr|zeichen)|tagebuchnummer|unsere referenz|referenz|(ons )?kenmerk|zaaknummer|zaaknr|dossier(nummer|nr)?|parketnummer|meldingsnummer|referentie|(nos? |notre )?réf(érences?)?|n° de (dossier|référence|procédure|ticket)|dossier n°|numéro de (dossier|ticket|procédure)|(nuestra )?ref(erencia)?|expediente( n[.º°o]+)?|(nº|n\.º|núm\.?|número) de (expediente|referencia|ticket|caso|procedimiento)|diligencias( previas)?|procedimiento)\b\s*(no\.?|nr\.?|number|n°|nº|num\.?|id)?\s*[.:#=]?\s*[:#]?\s*\[?(?<v>[\p{Lu}\d][\p{L}\d./_:#-]*\d[\p{L}\d./_-]*(\s(\p{Lu}[\p{L}]{0,3}|\d{1,6})\s?\d{1,6}[/.-]\d{2,4})?(\s\p{Lu}{1,3}(?=\s*$))?|\d{1,4}\s\p{Lu}[\p{L}]{0,3}\s\d{1,6}/\d{2,4})",
        Options | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled { get; }

    [GeneratedRegex(@"\[(?<label>\p{L}{2,12}[ -]?)?#\s?(?<v>[\p{L}\d-]*\d{3,}[\p{L}\d-]*)\]|\[(?<v>[A-Z]{2,8}-\d[\d-]{3,})\]", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBrackets { get; }

    [GeneratedRegex(@"(?<![\p{L}\d/])(?<v>\d{1,4}\s(O|C|Js|UJs|Cs|Ds|Gs|S|K|M|F|OH|AR|XIV|Ls)\s\d{1,6}/\d{2})(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfGermanCourts { get; }

    [GeneratedRegex(@"<(Case_?ID|ID|Notice_?ID)>\s*(?<v>[^<\s]{3,60})\s*</", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InXml { get; }

    [GeneratedRegex(@"^(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,3}(\.\d{1,3}){3}|\d{1,2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOne { get; }

    /// <returns>As written, in the order of the text, at most five.</returns>
    public static IReadOnlyList<string> Find(string text) =>
    [
        .. Labelled.Matches(text).Concat(InBrackets.Matches(text)).Concat(OfGermanCourts.Matches(text)).Concat(InXml.Matches(text))
            .OrderBy(match => match.Groups["v"].Index)
            .Select(match => match.Groups["v"].Value.TrimEnd('.', '-', '_', '/', '#').Trim())
            .Where(value => value.Length >= 3 && !NotOne.IsMatch(value))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most),
    ];
}
