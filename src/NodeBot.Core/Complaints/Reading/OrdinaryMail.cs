namespace NodeBot.Core.Complaints.Reading;

/// <summary>Tells mail that is no complaint although words of complaints stand in it: offers, bills, newsletters, questions of operators.</summary>
internal static class OrdinaryMail
{
    // One such word stands in many a complaint's footer.
    private const int Several = 2;

    private static readonly PhraseMatcher<int> Ordinary = Matcher(
        "newsletter, unsubscribe, our latest offers, special offer, black friday, our biggest sale, discount, save up to, upgrade your, your subscription, your invoice, invoice for, invoice number, amount due, your order has, has shipped, scheduled maintenance, planned maintenance, webinar, we are hiring, job offer, your profile, free trial, limited time, new features, survey, renewal notice, payment received, no action is required, you do not need to do anything," +
        "newsletter, abmelden, vom newsletter, sonderangebot, rabatt*, jetzt sparen, nur bis, ihre rechnung, rechnung nr, rechnungsnummer, rechnungsbetrag, anbei erhalten sie ihre rechnung, wartungsarbeiten, geplante wartung, seminar*, webinar, teilnahmegebühr, stellenangebot, ihre bestellung wurde versandt, umfrage, gutschein*, neue funktionen," +
        "nieuwsbrief, afmelden, korting, aanbieding*, uw factuur, factuurnummer, gepland onderhoud, onderhoudswerkzaamheden, vacature, enquête, webinar," +
        "lettre d'information, infolettre, se désabonner, vous désinscrire, désinscription, promotion*, offre spéciale, remise de, votre facture, facture n, numéro de facture, maintenance programmée, offre d'emploi, poste de, webinaire, enquête de satisfaction," +
        "boletín, darse de baja, cancelar suscripción, oferta*, descuento*, su factura, número de factura, mantenimiento programado, oferta de empleo, encuesta, seminario web");

    private static readonly PhraseMatcher<int> Accusing = Matcher(
        "infring*, abuse report, abuse complaint, complaint, attack*, spam, unauthori*, illegal*, unlawful*, violat*, fraud*, hacked, hacking, brute force, port scan, cease and desist, subpoena, court, police, investigation, legal action, legal proceedings, compromised, malware, harass*, defamat*, threat*, personal data, we demand, must stop, blacklist*, blocklist*, evidence, incident, suspend your, will be suspended," +
        "beschwerde*, verletz*, rechtswidrig*, widerrechtlich*, angriff*, unbefugt*, betrug*, betrügerisch*, abmahn*, unterlassung*, gericht*, polizei*, ermittl*, straf*, missbrauch*, kompromittiert, beleidig*, verleumd*, bedroh*, personenbezogen*, sperrung, vorfall*," +
        "klacht*, inbreuk*, onrechtmatig*, aanval*, fraude, sommatie, sommeren, sommeer, rechtbank, politie, misbruik, smaad, laster, bedreig*, persoonsgegevens, afgesloten," +
        "plainte*, contrefaçon, illicite*, attaque*, fraude*, frauduleu*, mise en demeure, tribunal, police, gendarmerie, enquête préliminaire, abus, piratage, diffam*, menace*, harcel*, données personnelles, suspension, signalement," +
        "queja*, infracción, ilícit*, ataque*, fraude*, fraudulent*, requerimiento*, juzgado, policía, guardia civil, denuncia*, abuso, difama*, amenaza*, acoso, injuria*, datos personales, suspensión");

    private static readonly PhraseMatcher<int> OfOperator = Matcher(
        "i run a, i run an, i run my, i am running a, i operate a, my node, my exit, my relay, my provider, my host, can i run, how do i, how can i, should i, do i need," +
        "ich betreibe, mein knoten, meinen knoten, mein provider, mein hoster, wie kann ich, muss ich, darf ich, soll ich, brauche ich," +
        "ik draai, ik beheer een, mijn node, mijn provider, moet ik, mag ik, hoe kan ik, kan ik," +
        "je fais tourner, mon nœud, mon fournisseur, mon hébergeur, dois-je, puis-je, comment puis-je, faut-il," +
        "tengo un nodo, mi nodo, mi proveedor, debo, puedo, cómo puedo, tengo que");

    /// <param name="words">Skeletons of the sender's own words.</param>
    /// <param name="text">The same, as written.</param>
    /// <param name="hasAddress">Whether an IP address stands in it.</param>
    /// <returns>Whether it accuses nobody, or asks what operators ask.</returns>
    public static bool Is(List<string> words, string text, bool hasAddress)
    {
        const int LongQuestion = 1200;
        var ordinary = Count(Ordinary, words);
        if (ordinary >= Several && Count(Accusing, words) < (hasAddress ? 1 : ordinary))
            return true;
        return !hasAddress && text.Length < LongQuestion && text.Contains('?', StringComparison.Ordinal) && Count(OfOperator, words) >= Several;
    }

    private static int Count(PhraseMatcher<int> phrases, List<string> words) => phrases.Find(words).Select(found => found.Value).Distinct().Count();

    private static PhraseMatcher<int> Matcher(string phrases) =>
        new([.. phrases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DistinctBy(phrase => string.Join(' ', Skeleton.Words(phrase))).Select((phrase, i) => (phrase, i))]);
}
