using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Tells the country that a sender writes from, by what the letter gives: telephone prefix, mail domain, address, law.</summary>
internal static partial class CountryOfSender
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Least = 2;

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["49"] = "DE", ["43"] = "AT", ["41"] = "CH", ["31"] = "NL", ["32"] = "BE", ["33"] = "FR", ["34"] = "ES", ["44"] = "GB", ["353"] = "IE", ["1"] = "US", ["46"] = "SE", ["47"] = "NO", ["45"] = "DK", ["358"] = "FI", ["48"] = "PL", ["39"] = "IT", ["351"] = "PT", ["420"] = "CZ", ["40"] = "RO", ["61"] = "AU", ["52"] = "MX", ["54"] = "AR",
    };

    private static readonly HashSet<string> Domains = new(["de", "at", "ch", "nl", "be", "fr", "es", "ie", "se", "no", "dk", "fi", "pl", "it", "pt", "cz", "ro", "ca", "au", "mx", "ar"], StringComparer.OrdinalIgnoreCase);

    // Names of countries and of towns that stand in addresses.
    private static readonly (string Code, string Words)[] Places =
    [
        ("DE", "germany|deutschland|duitsland|allemagne|alemania|berlin|hamburg|münchen|munich|köln|cologne|frankfurt|stuttgart|düsseldorf|leipzig|dresden|hannover|nürnberg|bremen|dortmund|essen|augsburg|karlsruhe"),
        ("AT", "austria|österreich|oostenrijk|autriche|wien|vienna|graz|linz|salzburg|innsbruck"),
        ("CH", "switzerland|schweiz|suisse|zwitserland|suiza|zürich|zurich|genève|geneva|basel|bern"),
        ("NL", "netherlands|nederland|niederlande|pays-bas|países bajos|amsterdam|rotterdam|den haag|the hague|utrecht|eindhoven|groningen|haarlem|arnhem|tilburg"),
        ("BE", "belgium|belgië|belgique|belgien|bélgica|brussel|bruxelles|antwerpen|gent|liège"),
        ("FR", "france|frankreich|frankrijk|francia|paris|lyon|marseille|toulouse|bordeaux|lille|nantes|strasbourg|rennes|montpellier"),
        ("ES", "spain|españa|spanien|spanje|espagne|madrid|barcelona|valencia|sevilla|bilbao|zaragoza|málaga"),
        ("GB", "united kingdom|england|scotland|london|manchester|birmingham|leeds|edinburgh|bristol|liverpool"),
        ("IE", "ireland|dublin|cork"),
        ("US", "united states|u\\.s\\.a\\.?|usa|new york|los angeles|california|washington|texas|florida|delaware|illinois|chicago|boston|seattle|san francisco|virginia|denver|atlanta|nevada|oregon"),
        ("CA", "canada|toronto|montreal|vancouver|ottawa|ontario|québec"),
        ("SE", "sweden|sverige|stockholm|göteborg"), ("DK", "denmark|danmark|københavn|copenhagen"), ("FI", "finland|suomi|helsinki"), ("NO", "norway|norge|oslo"), ("PL", "poland|polska|warszawa|warsaw|kraków"), ("IT", "italy|italia|milano|roma"), ("PT", "portugal|lisboa"), ("AU", "australia|sydney|melbourne"), ("MX", "méxico|mexico"), ("AR", "argentina|buenos aires"),
    ];

    private static readonly (string Code, string Words)[] Laws =
    [
        ("DE", "urhg|urheberrechtsgesetz|§ ?97a|stpo|§ ?\\d+ (tkg|bgb|zpo|stgb)|amtsgericht|landgericht|kriminalpolizei|polizeipräsidium|landeskriminalamt"),
        ("NL", "auteurswet|wetboek van|rechtbank|openbaar ministerie|politie"),
        ("FR", "code de la propriété intellectuelle|code de procédure pénale|tribunal judiciaire|gendarmerie|arcom|loi n°"),
        ("ES", "ley de propiedad intelectual|ley de enjuiciamiento|juzgado|guardia civil|policía nacional|código penal"),
        ("GB", "high court of justice|copyright, designs and patents act|metropolitan police|civil procedure rules|constabulary"),
        ("US", "u\\.s\\. district court|united states district court|fbi|district attorney|sheriff|superior court of"),
    ];

    [GeneratedRegex(@"(?<!\d)(\+|00)(?<p>\d{1,3})[\s()/.-]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone { get; }

    [GeneratedRegex(@"(@|www\.|https?://)[\w.-]{1,80}\.(co\.)?(?<t>[a-z]{2})(?![\w.-])", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Domain { get; }

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

        foreach (var (code, words) in Places)
        {
            if (Holds(edges, words))
                Add(code, 2);
        }

        foreach (var (code, words) in Laws)
        {
            if (Holds(letter.Own, words))
                Add(code, 2);
        }

        // Robots all over the world cite it, those in its own country most.
        if (scores.ContainsKey("US") && Holds(letter.Own, "u\\.s\\.c\\.|dmca"))
            Add("US", 1);
        var ranked = scores.OrderByDescending(pair => pair.Value).ToList();
        return ranked.Count > 0 && ranked[0].Value >= Least && (ranked.Count == 1 || ranked[1].Value < ranked[0].Value) ? ranked[0].Key : null;
    }

    private static string? Prefix(string digits) => Enumerable.Range(1, digits.Length).Reverse().Select(length => Prefixes.GetValueOrDefault(digits[..length])).FirstOrDefault(code => code is not null);

    private static bool Holds(string text, string words) => Regex.IsMatch(text, $@"(?<!\p{{L}})({words})(?!\p{{L}})", Options, TimeSpan.FromSeconds(1));
}
