using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Tells the country that a sender writes from, by what the letter gives: telephone prefix, mail domain, address, law.</summary>
internal static partial class CountryOfSender
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Least = 2;
    private const int LongestAddress = 90;
    private const string Marks = "\"„“«»!?";

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["49"] = "DE", ["43"] = "AT", ["41"] = "CH", ["31"] = "NL", ["32"] = "BE", ["33"] = "FR", ["34"] = "ES", ["44"] = "GB", ["353"] = "IE", ["1"] = "US", ["46"] = "SE", ["47"] = "NO", ["45"] = "DK", ["358"] = "FI", ["48"] = "PL", ["39"] = "IT", ["351"] = "PT", ["420"] = "CZ", ["40"] = "RO", ["61"] = "AU", ["52"] = "MX", ["54"] = "AR",
    };

    private static readonly HashSet<string> Domains = new(["de", "at", "ch", "nl", "be", "fr", "es", "ie", "se", "no", "dk", "fi", "pl", "it", "pt", "cz", "ro", "ca", "au", "mx", "ar"], StringComparer.OrdinalIgnoreCase);

    // Names of countries and of towns that stand in addresses.
    private static readonly (string Code, Regex Words)[] Places =
    [
        ("DE", Any("germany|deutschland|duitsland|allemagne|alemania|berlin|hamburg|münchen|munich|köln|cologne|frankfurt|stuttgart|düsseldorf|leipzig|dresden|hannover|nürnberg|bremen|dortmund|essen|augsburg|karlsruhe")),
        ("AT", Any("austria|österreich|oostenrijk|autriche|wien|vienna|graz|linz|salzburg|innsbruck")),
        ("CH", Any("switzerland|schweiz|suisse|zwitserland|suiza|zürich|zurich|genève|geneva|basel|bern")),
        ("NL", Any("netherlands|nederland|niederlande|pays-bas|países bajos|amsterdam|rotterdam|den haag|the hague|utrecht|eindhoven|groningen|haarlem|arnhem|tilburg")),
        ("BE", Any("belgium|belgië|belgique|belgien|bélgica|brussel|bruxelles|antwerpen|gent|liège")),
        ("FR", Any("france|frankreich|frankrijk|francia|paris|lyon|marseille|toulouse|bordeaux|lille|nantes|strasbourg|rennes|montpellier")),
        ("ES", Any("spain|españa|spanien|spanje|espagne|madrid|barcelona|valencia|sevilla|bilbao|zaragoza|málaga")),
        ("GB", Any("united kingdom|england|scotland|london|manchester|birmingham|leeds|edinburgh|bristol|liverpool")),
        ("IE", Any("ireland|dublin|cork")),
        ("US", Any("united states|u\\.s\\.a\\.?|usa|new york|los angeles|california|washington|texas|florida|delaware|illinois|chicago|boston|seattle|san francisco|virginia|denver|atlanta|nevada|oregon")),
        ("CA", Any("canada|toronto|montreal|vancouver|ottawa|ontario|québec")),
        ("SE", Any("sweden|sverige|stockholm|göteborg")), ("DK", Any("denmark|danmark|københavn|copenhagen")), ("FI", Any("finland|suomi|helsinki")), ("NO", Any("norway|norge|oslo")), ("PL", Any("poland|polska|warszawa|warsaw|kraków")), ("IT", Any("italy|italia|milano|roma")), ("PT", Any("portugal|lisboa")), ("AU", Any("australia|sydney|melbourne")), ("MX", Any("méxico|mexico")), ("AR", Any("argentina|buenos aires")),
    ];

    private static readonly (string Code, Regex Words)[] Laws =
    [
        ("DE", Any("urhg|urheberrechtsgesetz|§ ?97a|stpo|§ ?\\d+ (tkg|bgb|zpo|stgb)|amtsgericht|landgericht|kriminalpolizei|polizeipräsidium|landeskriminalamt")),
        ("NL", Any("auteurswet|wetboek van|rechtbank|openbaar ministerie|politie")),
        ("FR", Any("code de la propriété intellectuelle|code de procédure pénale|tribunal judiciaire|gendarmerie|arcom|loi n°")),
        ("ES", Any("ley de propiedad intelectual|ley de enjuiciamiento|juzgado|guardia civil|policía nacional|código penal")),
        ("GB", Any("high court of justice|copyright, designs and patents act|metropolitan police|civil procedure rules|constabulary")),
        ("US", Any("u\\.s\\. district court|united states district court|fbi|district attorney|sheriff|superior court of")),
    ];

    [GeneratedRegex(@"(?<!\d)(\+|00)(?<p>\d{1,3})[\s()/.-]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone { get; }

    [GeneratedRegex(@"(@|www\.|https?://)[\w.-]{1,80}\.(co\.)?(?<t>[a-z]{2})(?![\w.-])", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Domain { get; }

    [GeneratedRegex(@"\b(A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\.? \d{5}(-\d{4})?\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AmericanCode { get; }

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BritishCode { get; }

    [GeneratedRegex(@"\b[1-9]\d{3} ?[A-Z]{2}\b (?=\p{Lu})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DutchCode { get; }

    /// <returns>ISO 3166-1 code; null when the letter does not show it, or shows several.</returns>
    public static string? Find(LetterText letter)
    {
        var lines = letter.Lines.Where(line => !line.IsQuoted && line.Text.Length > 0).Select(line => line.Text).ToList();
        // Where a letter names its sender: at its top and at its foot.
        var edges = string.Join('\n', lines.Count <= 24 ? lines : lines.Take(12).Concat(lines.TakeLast(12)));
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        void Add(string code, int score) => scores[code] = scores.GetValueOrDefault(code) + score;
        foreach (var code in Telephone.Matches(letter.Own).Select(match => Prefix(match.Groups["p"].Value)).OfType<string>().Distinct(StringComparer.Ordinal))
            Add(code, 3);
        foreach (var domain in Domain.Matches(edges).Select(match => match.Groups["t"].Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal))
        {
            if (domain == "uk")
                Add("GB", 2);
            else if (Domains.Contains(domain))
                Add(domain.ToUpperInvariant(), 2);
        }

        // Names of towns stand in titles and sentences too: those of an address stand on a short line.
        var addresses = string.Join('\n', edges.Split('\n').Where(line => line.Length <= LongestAddress && !line.Any(Marks.Contains)));
        foreach (var (code, words) in Places)
        {
            if (words.IsMatch(addresses))
                Add(code, 2);
        }

        if (AmericanCode.IsMatch(addresses))
            Add("US", 2);
        if (BritishCode.IsMatch(addresses))
            Add("GB", 2);
        if (DutchCode.IsMatch(addresses))
            Add("NL", 1);

        foreach (var (code, words) in Laws)
        {
            if (words.IsMatch(letter.Own))
                Add(code, 2);
        }

        var ranked = scores.OrderByDescending(pair => pair.Value).ToList();
        return ranked.Count > 0 && ranked[0].Value >= Least && (ranked.Count == 1 || ranked[1].Value < ranked[0].Value) ? ranked[0].Key : null;
    }

    private static string? Prefix(string digits) => Enumerable.Range(1, digits.Length).Reverse().Select(length => Prefixes.GetValueOrDefault(digits[..length])).FirstOrDefault(code => code is not null);

    private static Regex Any(string words) => new($@"(?<!\p{{L}})({words})(?!\p{{L}})", Options, TimeSpan.FromSeconds(1));
}
