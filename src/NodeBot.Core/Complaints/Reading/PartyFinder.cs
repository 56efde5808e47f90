using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds who writes, and for whom.</summary>
internal static partial class PartyFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture;
    private const int LettersTop = 8;
    private const int LongestName = 80;

    // They end in a dot that ends no sentence.
    private static readonly string[] LegalForms = ["Inc.", "Ltd.", "B.V.", "N.V.", "S.L.", "S.A."];

    // A name: words that begin with a capital letter or a digit, with the small words that stand inside names.
    private const string Name = @"(?<v>(the |die |der |das |de |het |la |le |les |el |los )?[\p{Lu}\d][\p{L}\d&'’.+-]*((,? (Inc|Ltd|LLC|LLP|GmbH|B\.V|S\.A|S\.L|AG|KG|SE)\b\.?)|( (of|and|the|und|der|des|die|van|de|du|la|le|les|et|y|del|en|für|for|&))* [\p{Lu}\d(&][\p{L}\d&'’.)+-]*)*)";

    [GeneratedRegex(@"(?i:on behalf of|at the request of|op verzoek van|auf antrag de[rs]|à la demande de|a instancia de|(we|i) (act|are acting) (for|on behalf of)|(we|i) represent|we are (instructed|retained) by|our client,?|acting for|agent (of|for)|namens und in vollmacht|in vollmacht|im auftrag( und namens)?|(vertreten|vertritt) wir|wir vertreten|unsere[rs]? mandant(in|en)?,?|namens( onze)?( cliënte?,?)?|onze cliënte?,?|treden op voor|wij vertegenwoordigen|au nom( et pour le compte)? d(e|u|es)|pour le compte d(e|u|es)|notre cliente?,?|(nous représentons|conseil d(e|u))|en nombre( y representación)? de|nuestr[oa] (client[ea]|representad[oa]),?|representamos a|por cuenta de)\s+(?i:the (owner|rights ?holder|copyright owner)[^,.\n]{0,30},? |der (firma )?|des |unserer mandantin,? (der )?|unseres mandanten,? |onze cliënte?,? |notre cliente?,? (la société )?|la société |nuestr[oa] client[ea],? |la (mercantil|sociedad|empresa) |our client,? |the company |firma |die firma )?" + Name, Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Behalf { get; }

    [GeneratedRegex(@"(?im:^\W*(copyright (owner|holder)|rights? ?(owner|holder)|owner of the right|claimant|complainant|plaintiff|rechteinhaber(in)?|anspruchstellerin?|antragstellerin?|klägerin?|geschädigter?|rechthebbende|eiser(es)?|titulaire( des droits)?|demandeur|demanderesse|plaignante?|titular( de los derechos)?|demandante|denunciante)\s*:\s*(?<v>[^\n<]{2,80}))|(?i:<(Copyright_Owner|Rights_Owner|Owner)>\s*(?<v>[^<]{2,80}?)\s*</)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled { get; }

    [GeneratedRegex(@"(?im)^\W*(from|von|van|de|remitente|expéditeur|afzender|absender)\s*:\s*""?(?<v>[^""<\n(]{2,80}?)""?\s*(<[^>\n]*>|\([^)\n]*\))?\s*$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex From { get; }

    [GeneratedRegex(@"\b(LLP|LLC|Ltd|Limited|Inc|GmbH|UG|AG|KG|e\.K|B\.V|N\.V|S\.A|S\.A\.S|SAS|SARL|SELARL|S\.L|S\.L\.P|SLP|Rechtsanwält\p{L}*|Rechtsanwalt\p{L}*|Kanzlei|Advocaten|Advocatuur|Avocats?|Abogados|Solicitors|Attorneys|Law|Legal|Associates|Partners|Partner|Polizei\p{L}*|Kriminal\p{L}*|Landeskriminalamt|Staatsanwaltschaft|Politie|Openbaar Ministerie|Gendarmerie|Police|Policía|Guardia Civil|Comisaría|Constabulary|Sheriff|Court|Amtsgericht|Landgericht|Rechtbank|Tribunal|Juzgado|CERT|CSIRT|Hosting|Networks?|Datacenter|Servers?|Internet|Telecom|Abuse|Security|Bank|Shop|Media|Monitoring|Protection|Inkasso|Incasso|Agency|Bureau|Office|Department|Ministry|Services?|University|Universität|Université|Universidad|Group|Arcom|Cabinet|Associés|Producciones|Verlag|Boutique|Tienda|Winkel|Listenbetreiber|Supplies)\b", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Organisation { get; }

    [GeneratedRegex(@"(?im)^\W*(yours (sincerely|faithfully|truly)|(kind|best|warm) regards|regards|sincerely|respectfully|mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|hochachtungsvoll|viele grüße|beste grüße|met vriendelijke groet(en)?|hoogachtend|vriendelijke groeten|cordialement|bien cordialement|salutations( distinguées)?|(veuillez|je vous prie)[^\n]{0,140}salutations[^\n]{0,60}|atentamente|un (cordial )?saludo|saludos( cordiales)?|le saluda( atentamente)?)\W*$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Closing { get; }

    // What somebody is, and not who.
    [GeneratedRegex(@"^(rechtsanw[aä]lt(in|e)?|avocats? à la cour|attorneys? at law|solicitors?|abogad[oa]s?|advoca(at|ten)|(ihre? |your |the |das |het )?abuse[- ]?(team|desk|department|afdeling|abteilung)|service abuse|departamento de abuso|(customer )?support|network operations|fraud team|burofax|dagvaarding|subpoena|sommatie|mise en demeure.*|notice.*)$", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Role { get; }

    [GeneratedRegex(@"[:@]|https?|^(re|dear|hello|hi|sehr|guten|hallo|beste|geachte|madame|monsieur|bonjour|estimad\p{L}*|muy|subject|betreff|onderwerp|objet|asunto|ticket|to|an|aan|à|by|per|via|via e-?mail|date|\d)|\d{4,}|(?i)confidential|urgent|without prejudice|einschreiben|aangetekend|recommand|burofax|certificad|notice of|notification|abuse report|vertraulich", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoName { get; }

    // What follows a firm's legal form begins a new sentence.
    [GeneratedRegex(@"(?<=^((the|die|der|das|de|het|la|le|les|el|los) )?)\p{Lu}.*?\b(Inc|Ltd|LLC|LLP|GmbH|B\.V|N\.V|S\.A\.S|S\.A|SAS|S\.L|AG|KG|SE|UG)\b\.?", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Firm { get; }

    [GeneratedRegex(@"^(the|die|der|das|de|het|la|le|les|el|los) ", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Article { get; }

    /// <returns>The person or firm in whose name the sender writes; null for none.</returns>
    public static string? Claimant(string text)
    {
        var flat = text.Replace('\n', ' ');
        return Labelled.Matches(text).Concat(Behalf.Matches(flat)).Select(match => Clean(Firm.Match(match.Groups["v"].Value) is { Success: true } firm ? firm.Value : Article.Replace(match.Groups["v"].Value, ""))).FirstOrDefault(name => name is not null && char.IsUpper(name[0]));
    }

    /// <returns>Who writes; null when the letter does not say so.</returns>
    public static string? Sender(LetterText letter)
    {
        var lines = letter.Lines.Where(line => !line.IsQuoted && line.Text.Length > 0).Select(line => line.Text).ToList();
        var from = From.Matches(letter.Own).Select(match => Clean(match.Groups["v"].Value)).FirstOrDefault(name => name is not null && !name.Contains('@', StringComparison.Ordinal));
        var head = lines.Take(LettersTop).FirstOrDefault(line => IsName(line) && Organisation.IsMatch(line) && !Role.IsMatch(line));
        return Clean(head ?? "") ?? from ?? Signed(lines);
    }

    // Below the closing words: the firm rather than the person, where both stand there.
    private static string? Signed(List<string> lines)
    {
        var closing = lines.FindLastIndex(line => Closing.IsMatch(line));
        var names = (closing < 0 ? lines.TakeLast(2) : lines.Skip(closing + 1).Take(5)).Where(IsName).ToList();
        return Clean(names.Find(line => Organisation.IsMatch(line) && !Role.IsMatch(line)) ?? names.Find(line => !Role.IsMatch(line)) ?? names.FirstOrDefault() ?? "");
    }

    private static bool IsName(string line) =>
        line.Length <= LongestName && char.IsUpper(line[0]) && (line[^1] is not ('.' or '?' or '!' or ':' or ',') || Array.Exists(LegalForms, form => line.EndsWith(form, StringComparison.Ordinal))) && !NoName.IsMatch(line);

    private static string? Clean(string name)
    {
        var plain = name.Trim().Trim('"', '*', '_', '-', '=', '|', ',', ';', ' ').Trim();
        if (plain.EndsWith('.') && !Array.Exists(LegalForms, form => plain.EndsWith(form, StringComparison.Ordinal)))
            plain = plain.TrimEnd('.');
        return plain.Length is >= 2 and <= LongestName && plain.Any(char.IsLetter) ? plain : null;
    }
}
