using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds who writes, and for whom.</summary>
internal static partial class PartyFinder
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int LettersTop = 8;
    private const int LettersFoot = 6;
    private const int LongestName = 80;

    // A name: words that begin with a capital letter or a digit, with the small words that stand inside names.
    private const string Name = @"(?-i:(?<v>[\p{Lu}\d][\p{L}\d&'’.+-]*((?<!\p{L}{4}\.)(,? (Inc|Ltd|LLC|LLP|GmbH|B\.V|N\.V|S\.A\.S|S\.A|S\.L|AG|KG|SE)\b\.?)|(?<!\p{L}{4}\.)( (of|and|the|und|der|des|die|van|de|du|la|le|les|et|y|del|en|für|for|&|\+))* [\p{Lu}\d(&][\p{L}\d&'’.)+-]*)*))";

    // What stands between "on behalf of" and a name.
    private const string Before = @"\s+(?:(the|our client|our clients|its client|owner|owners|rights? ?holders?|copyright (owner|holder)|company|exclusive|of|der|die|das|den|dem|des|firma|firmen|plaintiffs?|claimants?|petitioner|rechteinhaber(in)?|unserer mandantin|unseres mandanten|unsere mandantin|mandantin|onze cliënte?|cliënte?|de|het|notre cliente?|la société|la|le|les|l['’]|société|nuestr[oa] (client[ea]|representad[oa]|mandante)|mercantil|entidad|sociedad|empresa|el|mr\.?|ms\.?|monsieur|madame|señora?|de heer|herrn|frau|mevrouw|m\.|mme|don|doña|[:,""„“«(])[\s,:]*)*";

    [GeneratedRegex(
        @"(on behalf of|(we|i|firm|office) (act|acts|are acting|is acting|am acting) (for|on behalf of)|(we|i|firm|office) represents?|(we are|have been) (instructed|retained) by|our client,?|acting for|at the request of|counsel (for|to)|(authori[sz]ed )?(agent|representative) (of|for)|" +
        @"namens und in vollmacht|in vollmacht|(im auftrag|namens)( und namens)?(?= (der|des|von|unserer|unseres)\b)|(vertreten|vertritt) wir( die (rechtlichen )?interessen)?|(wir vertreten|ich vertrete|auf antrag)( die (rechtlichen )?interessen)?|(dass )?(uns|mich)(?= (die|der|das|frau|herr) [^.]{2,80}(beauftragt|mandatiert|bevollmächtigt))|unsere[rs]? mandant(in|en)?,?|" +
        @"op verzoek van|namens( onze)?( cliënte?,?)?|onze cliënte?,?|treed(t|en)? op voor|vertegenwoordig(t|en)?( wij)?|(tot (ons|mij|ons kantoor) (wendde|heeft) zich)( gewend)?( onze cliënte?,?)?|" +
        @"au nom( et pour le compte)? d(e|u|es)|pour le compte d(e|u|es)|(à la demande|à la requête) d(e|u|es)|notre cliente?,?|(nous|je) représent(ons|e)|(en qualité de )?conseils? d(e|u)|" +
        @"en nombre( y (en )?representación)? de|nuestr[oa] (client[ea]|representad[oa]|mandante),?|mi (mandante|representad[oa]|client[ea]),?|representamos a|a instancias? de|por cuenta de)" + Before + Name,
        Options,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Behalf { get; }

    [GeneratedRegex(@"((?m)(^[^\w\n]{0,10}|[.;]\s{1,3})(copyright (owner|holder)|rights? ?(owner|holder)|owner( of the right)?|claimant|complainant|plaintiff|petitioner|rechteinhaber(in)?|anspruchstellerin?|antragstellerin?|klägerin?|geschädigter?|rechthebbende|eiser(es)?|titulaire( des droits)?|demandeur|demanderesse|plaignante?|titular( de los derechos)?|demandante|denunciante)\s*:\s*(?<v>[^\n<;]{2,80}))|(<(Copyright_Owner|Rights_Owner|Owner)>\s*(?<v>[^<]{2,80}?)\s*</)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled { get; }

    // The head of a court's paper: the name stands before the role.
    [GeneratedRegex(@"(?m)^[^\w\n]{0,10}(der |des |die |de )?(?<v>(?-i:[\p{Lu}\d])[^\n,]{1,60}(,\s(Inc|Ltd|LLC|LLP|S\.L|S\.A)\b\.?)?)(,[^,\n]{2,30})?,?\s+((-\s*)?(plaintiffs?|petitioner|claimants?|antragstellerin?|klägerin?|eiser(es)?|demanderesse|demandante)\b)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Caption { get; }

    [GeneratedRegex(@"(?m)^[^\w\n]{0,10}(from|von|van|de|remitente|expéditeur|afzender|absender)\s*:\s*""?(?<v>[^""<\n(]{2,80}?)""?\s*(<[^>\n]*>|\([^)\n]*\))?\s*$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex From { get; }

    [GeneratedRegex(@"<Complainant>\s*<Entity>(?<v>[^<]{2,80})</Entity>|(?m)^(?-i:(?<v>(?!We\b|I\b|He\b|She\b|They\b|You\b|It\b|This\b)\p{Lu}[\p{L}\d&'’.-]*( \p{Lu}[\p{L}\d&'’.-]*){0,5})) (is|are) (authori[sz]ed|the (authori[sz]ed )?agent|an? authori[sz]ed)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaysItself { get; }

    [GeneratedRegex(@"\b(LLP|LLC|Ltd|Limited|Inc|GmbH|UG|AG|KG|e\.K|B\.V|N\.V|S\.A|S\.A\.S|SAS|SARL|SELARL|SCP|S\.L|S\.L\.P|SLP|AB|ApS|Corp|plc|e\.\s?V)\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LegalForm { get; }

    [GeneratedRegex(@"\b(LLP|LLC|Ltd|Limited|Inc|GmbH|UG|AG|KG|e\.K|B\.V|N\.V|S\.A|S\.A\.S|SAS|SARL|SELARL|S\.L|S\.L\.P|SLP|Rechtsanwält\p{L}*|Rechtsanwalt\p{L}*|Anwaltskanzlei|Kanzlei|Advocaten|Advocatuur|Avocats?|Cabinet|Étude|Associés|Abogados|Bufete|Despacho|Solicitors|Attorneys|Law|Legal|Associates|Partners|Polizei\p{L}*|Kriminal\p{L}*|Landeskriminalamt|Staatsanwaltschaft|Politie|Openbaar Ministerie|Gendarmerie|Police|Policía|Guardia Civil|Comisaría|Constabulary|Sheriff|Court|Amtsgericht|Landgericht|Oberlandesgericht|Bezirksgericht|Rechtbank|Tribunal|Juzgado|CERT|CSIRT|Hosting|Networks?|Datacenter|Servers?|Internet|Telecom|Bank|Shop|Media|Monitoring|Protection|Inkasso|Incasso|Agency|Office|Ministry|Ministerium|Ministère|University|Universität|Universiteit|Université|Universidad|Arcom|Juristbyrå|\p{L}*kantoor|(gerechts)?deurwaarders?|huissiers?|commissaires? de justice|SCP)\b|bank\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Organisation { get; }

    // A part of a firm that says nothing about the firm.
    [GeneratedRegex(@"^((your|ihr|ihre|uw|votre|su|le|la|het|das|der|die|the|el|un|dein|i\.\s?a\.|automated|our|members of)?[\s-]*(abuse|fraude?|security|sicherheits?|support|networks?|noc|ops|operations|legal|customer|trust|safety|compliance|billing|soporte|équipe|equipo|réseau|service|servicio|centro|de|of|and|&|operaciones|team|teams?|desk|department|dept|departamento|abteilung|afdeling|klantenservice|helpdesk|billing|reports?|report|no-?reply|copyright|notices?|admin|administrator|postmaster|kundenservice|seguridad|sécurité|betrugsabteilung|incidents?|response|avocat\p{L}*|rechtsanw\p{L}*|attorneys?|abogad[oa]s?|advoca(at|ten)|solicitors?|lawyers?|deurwaarder|greffier|clerk|court|griffier|huissier|at|law|à|la|cour|barreau)[\s,.-]*)+$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Generic { get; }

    [GeneratedRegex(@"(?m)^[^\w\n]{0,10}((yours|very) (sincerely|faithfully|truly)( yours)?|yours truly|(with )?(kind|best|warm)( and warm)? (regards|wishes)|regards|sincerely( yours)?|respectfully|thank you|thanks( in advance)?|cheers|mit freundlichen grü(ß|ss)en|mit freundlichem gruß|freundliche grüße|hochachtungsvoll|(viele|beste|liebe) grüße|met (vriendelijke|hartelijke) groet(en)?|hoogachtend|vriendelijke groeten|(bien )?cordialement|salutations( distinguées)?|(veuillez|je vous prie|nous vous prions)[^\n]{0,140}(salutations|considération)[^\n]{0,60}|atentamente|(reciba )?un (cordial )?saludo|saludos( cordiales)?|le saluda( atentamente)?|im auftrag)[^\w\n]{0,10}$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Closing { get; }

    [GeneratedRegex(@"[:@]|https?|^(re|dear|hello|hi|sehr|guten|hallo|beste|geachte|madame|monsieur|bonjour|estimad\p{L}*|muy|subject|betreff|onderwerp|objet|asunto|ticket|to|an|aan|à|by|per|via|date|herrn|frau|de heer|mevrouw|m\.|mme|for the|im auftrag|\d)\b|\d{4,}|\b(confidential|urgent|without prejudice|einschreiben|aangetekend|recommandée?|burofax|certificad\p{L}*|notice of|notification|abuse (report|complaint)|vertraulich|letter before|cease and desist|abmahnung|sommatie|mise en demeure|subpoena|beschluss|original message|automated)\b|[?!]$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoName { get; }

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]+( (van|de|der|den|von|la|le|el|del|y))*( \p{Lu}[\p{L}.'’-]+){1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Person { get; }

    // A name ends with its legal form.
    [GeneratedRegex(@"^.*?\b(Inc|Ltd|LLC|LLP|GmbH( & Co\.? KGa?A?)?|mbH|PartG mbB|B\.V|N\.V|S\.A\.S|S\.A\.R\.L|S\.L\.P|S\.L\.U|S\.A|S\.L|AG|KG|SE|AB|ApS|DAC|plc|Limited|Corp|Corporation|SAS|SARL|UG)(\b\.?)(?=[\s,.;(]|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UpToForm { get; }

    [GeneratedRegex(@"\s*(,\s*(\d{4,5}\b|[\p{Lu}]-?\d{4}|vertreten|represented|represent|représenté|vertegenwoordigd|gevestigd|(the )?(owner|copyright|holder|titular|titulaire|inhaber|rechthebbende|domicil|avec|mit|met|con|with)).*|\(.*|["",;].*$)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rest { get; }

    /// <returns>The person or firm in whose name the sender writes; null for none.</returns>
    public static string? Claimant(string text)
    {
        var flat = text.Replace('\n', ' ');
        return Labelled.Matches(text).Concat(Caption.Matches(text)).Concat(Behalf.Matches(flat)).Select(match => Bare(match.Groups["v"].Value)).FirstOrDefault(name => name is not null && char.IsUpper(name[0]) && !NoName.IsMatch(name));
    }

    /// <returns>Who writes; null when the letter does not say so.</returns>
    public static string? Sender(LetterText letter)
    {
        var lines = letter.Lines.Where(line => !line.IsQuoted && line.Text.Length > 0).Select(line => line.Text).ToList();
        var from = From.Matches(letter.Own).Select(match => Clean(match.Groups["v"].Value)).FirstOrDefault(name => name is not null && !name.Contains('@', StringComparison.Ordinal));
        var head = lines.Take(LettersTop).SelectMany(Parts).FirstOrDefault(line => Organisation.IsMatch(line) && IsName(line) && !Caption.IsMatch(line));
        var signed = Signed(lines);
        if (from is not null && !Generic.IsMatch(from))
            return from;
        return Clean(head ?? "")
            ?? signed
            ?? SaysItself.Matches(letter.All).Select(match => Clean(match.Groups["v"].Value)).FirstOrDefault(name => name is not null && !NoName.IsMatch(name))
            ?? from;
    }

    // Below the closing words, or at the very end: the firm rather than the person or the department, where both stand there.
    private static string? Signed(List<string> lines)
    {
        var closing = lines.FindLastIndex(line => Closing.IsMatch(line));
        var names = (closing >= 0 ? lines.Skip(closing + 1).Take(LettersFoot) : lines.TakeLast(3))
            .SelectMany(Parts)
            .Where(IsName)
            .ToList();
        var firm = names.Find(line => LegalForm.IsMatch(line)) ?? names.Find(line => Organisation.IsMatch(line));
        return Clean(firm ?? (closing >= 0 ? names.FirstOrDefault() : names.Find(line => Person.IsMatch(line))) ?? "");
    }

    private static bool IsName(string line) =>
        line.Length <= LongestName && !NoName.IsMatch(line) && !Generic.IsMatch(line) && (!(line.EndsWith('.') || line.EndsWith(',')) || LegalForm.IsMatch(line));

    // "Fraud department, Shop Ltd" names the shop.
    private static string[] Parts(string line) =>
        line.Split(", ") is [var first, var second] && Generic.IsMatch(first) != Generic.IsMatch(second) ? [Generic.IsMatch(first) ? second : first] : [line];

    private static string? Bare(string name)
    {
        var form = UpToForm.Match(name);
        return Clean(form.Success ? form.Value : Rest.Replace(name, ""));
    }

    private static string? Clean(string name)
    {
        var plain = name.Trim().Trim('"', '*', '_', '-', '=', '|', ',', ';', '„', '“', '«', '»', ' ').Trim();
        if (plain.EndsWith('.') && !EndsInForm.IsMatch(plain))
            plain = plain.TrimEnd('.');
        return plain.Length is >= 2 and <= LongestName && plain.Any(char.IsLetter) ? plain : null;
    }

    [GeneratedRegex(@"(\b(Inc|Ltd|Corp|Co)|\.\p{Lu})\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndsInForm { get; }
}
