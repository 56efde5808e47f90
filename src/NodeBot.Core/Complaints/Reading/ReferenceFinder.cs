using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds file, case and ticket numbers.</summary>
internal static partial class ReferenceFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Most = 5;

    // Where nothing but a blank stands between a common word and its number, the number must look like one of a file.
    private const int LongEnough = 5;

    private const string Number = @"(n[°ºo]s?\.?|n\.\s?[°ºo]s?\.?|№|nr\.?|núm\.?|num\.?|number|nummer|numéro|número|#|id\b)";

    // What stands in front of the number of a file.
    private const string Labels =
        @"our ref(erence)?|ref(erence)?|ticket|case|notice|incident|report|complaint|claim|file|docket|matter|abuse|civil action|investigation|" +
        @"aktenzeichen|unsere? zeichen|az|gz|geschäftszeichen|geschäfts?-?|gesch\.-?|vorgangs?(zeichen)?|tagebuch|unsere referenz|referenz|verfahrens?|fall|" +
        @"(ons )?kenmerk|zaak|dossier|parket|meldings?|proces-verbaal|(onze )?referentie|rol|" +
        @"((nos?|notre|n/) ?)?réf(érences?)?|procédure|rg|parquet|procès-verbal|pv|affaire|signalement|plainte|" +
        @"(nuestra )?referencia|expediente|diligencias( previas)?|procedimiento|autos|atestado|caso|incidencia|s/ref|n/ref";

    private const string Value = @"[\p{L}\d][\p{L}\d./_#:-]*[\p{L}\d]";

    // Figures of German courts have blanks in them: 14 O 377/26; those of other files may end in a sign or two: 882/26 S.
    private const string Values = @"(?<v>\d{1,4}\s\p{Lu}\p{L}{0,3}\s\d{1,6}/\d{2,4}|(?=[^\s\]]*\d)" + Value + @"(\s(?-i:[\p{Lu}\d][\p{Lu}\d./-]{0,7}(-[\p{L}\d]{1,3})?)){1,2}(?=[ \t]*(\n|$))|(?=[^\s\]]*\d)" + Value + ")";

    [GeneratedRegex(@"(?<![\p{L}\d@.-])(?<before>[\p{L}.-]{1,14}[ -])?(?<front>" + Number + @"\s*(de |du |d['’]|of )?)?(?<![\p{L}\d])(?<label>" + Labels + @")(?<mark>([ -]?(id|number|nummer|nr|no|n°|nº)\b\.?)|(\s+(de\s+)?\p{L}{3,12}){0,2}\s*" + Number + @")?(?!\p{L})([ \t]{0,2}(?<sep>[.:=#]))*[ \t]*(\n[ \t]*)?(?<sep>#)?[ \t]*\[?" + Values, Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled { get; }

    [GeneratedRegex(@"\[(?<label>[\p{L}-]{2,20}[ -]?)?#[ :]?(?<v>[\p{L}\d-]*\d{3,}[\p{L}\d-]*)\]|\[(?<v>\p{L}{2,10}-\d{2,}[\d-]*)\]|(?<v>(?<=\bticket[ ]?#[ ]?)[\p{L}\d-]*\d{3,}[\p{L}\d-]*)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBrackets { get; }

    [GeneratedRegex(@"(?<![\p{L}\d/])(?<v>\d{1,4}\s(O|C|Js|UJs|Cs|Ds|Gs|S|K|M|F|OH|AR|XIV|Ls)\s\d{1,6}/\d{2})(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfGermanCourts { get; }

    [GeneratedRegex(@"<(Case_?ID|ID|Notice_?ID|Ref_?Url_?ID)>\s*(?<v>[^<\s]{3,60})\s*</", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InXml { get; }

    [GeneratedRegex(@"^(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}(T.*)?|\d{1,3}(\.\d{1,3}){3}(:\d+)?|\d{1,2}|(19|20)\d\d|\d{1,2}:\d\d(:\d\d)?|https?:.*|.*\.(mkv|mp4|avi|mp3|flac|iso|zip|rar|exe|pdf|epub|torrent|txt)|\d+(st|nd|rd|th|h|x|kb|mb|gb))$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOne { get; }

    // Numbers of the recipient, of a customer or of an order.
    [GeneratedRegex(@"^(your|ihr|ihre|ihrem|uw|votre|vos|su|sus|you|v/|s/)$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfRecipient { get; }

    [GeneratedRegex(@"^(customer|kunden|order|invoice|bestel|bestell|rechnungs?|factuur|facture|factura|client|cliente|klant|account|tracking|infringing|phone|tel|art|§|section|article)$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfCustomer { get; }

    [GeneratedRegex(@"^((our )?ref|reference|zeichen|referenz|kenmerk|referentie|réf|référence|referencia)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsReference { get; }

    [GeneratedRegex(@"^(report|claim|file|matter|notice|abuse|case|complaint|incident|dossier|meldings?|fall|affaire|plainte|signalement|investigation|rol|rg|pv|autos|caso|verfahrens?|parquet|parket|geschäfts?-?)$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsCommon { get; }

    /// <returns>As written, in the order of the text, at most five.</returns>
    public static IReadOnlyList<string> Find(string text) =>
    [
        .. Labelled.Matches(text).Where(IsOne).Concat(InBrackets.Matches(text)).Concat(OfGermanCourts.Matches(text)).Concat(InXml.Matches(text))
            .OrderBy(match => match.Groups["v"].Index)
            .Select(match => match.Groups["v"].Value.Trim().TrimStart('#', '-').TrimEnd('.', '-', '_', '/', '#', ':'))
            .Where(value => value.Length >= 3 && !NotOne.IsMatch(value))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most),
    ];

    private static bool IsOne(Match match)
    {
        var before = match.Groups["before"].Value.Trim(' ', '-', '.');
        var label = match.Groups["label"].Value;
        var value = match.Groups["v"].Value;
        if (OfCustomer.IsMatch(before) || (OfRecipient.IsMatch(before) && IsReference.IsMatch(label)))
            return false;
        var isMarked = match.Groups["front"].Success || match.Groups["mark"].Success || match.Groups["sep"].Value.Length > 0;
        if (label.Length <= 2 && !isMarked)
            return value.Contains('/', StringComparison.Ordinal);
        return isMarked || !IsCommon.IsMatch(label) || (value.Length >= LongEnough && value.AsSpan().ContainsAny('-', '/')) || value.Count(char.IsAsciiDigit) >= LongEnough;
    }
}
