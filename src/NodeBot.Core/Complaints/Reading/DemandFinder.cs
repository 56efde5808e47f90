namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds what is demanded, and what is alarming.</summary>
internal sealed class DemandFinder
{
    public const string Court = "court";
    public const string Police = "police";
    public const string ThreatToLife = "threat_to_life";

    // In the order in which they are shown.
    private static readonly (string Name, string Phrases)[] Phrases =
    [
        ("stop", "cease and desist, cease, desist, stop the, stop it, stop him, stop this, stop any, stop these, unterlassen, unterlassung, zu unterlassen, einstellen, abstellen, abzustellen, stellen sie das, unterbinden, beenden, zu beenden, staken, te staken, staakt, stoppen, beëindigen, cesser, cessation, mettre fin, cese, cesar, abstenerse, poner fin, detener, put an end, prevent further, stop further"),
        ("remove_content", "remove the, remove or disable, take down, removal of, take the content, disable access, entfernen, zu entfernen, löschung des inhalts, verwijderen van de inhoud, te verwijderen, retirer, retrait, supprimer le contenu, retirar, retirada, eliminar el contenido"),
        ("pay", "pay the, payment of, to pay, please pay, settle this matter, settlement amount, settlement of, settlement sum, compensation of, zahlung, zu zahlen, zahlen sie, überweisen, begleichen, erstattung, betaling, te betalen, betaalt, over te maken, régler la somme, payer, paiement, verser, règlement de, pagar, pago, pague, indemnización de, abonar, abone, ingresar"),
        ("sign_declaration", "sign the enclosed, enclosed undertaking, sign and return, signed undertaking, sign the undertaking, sign the declaration, unterlassungserklärung, unterlassungsverpflichtungserklärung, unterzeichnet, unterschriebene, unterschrieben zurück, onthoudingsverklaring, ondertekend, ondertekende, signer l'engagement, engagement signé, retourner signé, firmar, firmado, firmada, firme el"),
        ("give_data", "identify the, provide the name, disclose, subscriber information, provide us with the, provide any, produce the, produce all, customer data, user data, who used, logs for, access request, copy of my, auskunft über, auskunft, bestandsdaten, mitteilen wer, herausgabe, nutzerdaten, welche daten, gegevens van de, verstrekken, inzage, wie gebruik, communiquer l'identité, identité, communiquer, transmettre les données, droit d'accès, copie de mes, identificar, facilitar los datos, datos del, identidad, quién, copia de mis"),
        ("preserve_data", "preserve, preservation, retain all, keep all logs, litigation hold, sichern sie, daten aufzubewahren, aufbewahren, datensicherung, bewaren, veiligstellen, conserver, conservation, préserver, conservar, conservación, preservar"),
        ("block", "block the, block it, block him, block access, block our, block traffic, blocking, null route, sperren sie, sperrung, blockieren, blokkeren, blokkeert, bloquer, blocage, bloquear, bloqueo"),
        ("reply", "reply, respond, response, answer, let us know, let me know, tell us, tell me, get back to us, confirm, antwort*, stellungnahme, rückmeldung, äußern, bestätigen, teilen sie uns, teilen sie mir, mitzuteilen, zurücksenden, zurückzusenden, antwoord*, reageren, reactie, bevestigen, te laten weten, laat ons weten, uw antwoord, répondre, réponse, nous faire part, confirmer, responder, respuesta, conteste, contestar, confirmar"),
        ("appear", "appear before, appear in, to appear, attend the hearing, summoned to, erscheinen, vorladung, ladung zu, geladen, verschijnen, comparaître, comparution, convoqué, comparecer, comparecencia, citado"),
        ("delete_data", "erase my, delete my, delete all, erasure of, right to erasure, right to be forgotten, löschen sie meine, löschung meiner, löschung aller, mijn gegevens te verwijderen, mijn gegevens verwijderen, verwijdering van mijn, wissen van mijn, effacer mes, effacement, supprimer mes, suppression de mes, supresión de mis, eliminar mis, borrar mis"),
        ("secure_server", "secure your, secure the server, clean your, clean up, investigate your, check your server, check your system*, fix the, remove the malware, update your, bereinigen, server zu sichern, sichern sie ihren, überprüfen sie ihr*, server überprüfen, beveilig*, controleer uw, schoon te maken, sécuriser, vérifier votre, nettoyer, asegurar su, revisar su, revise su, limpiar"),
        (ThreatToLife, "kill you, kill me, death threat*, threatened to kill, threats to my life, fear for my life, danger to life, morddrohung*, umbringen, lebensgefahr, leib und leben, doodsbedreiging*, vermoorden, levensgevaar, menaces de mort, menace de mort, tuer, danger de mort, amenaza* de muerte, amenazas de muerte, matarme, matarte, peligro de muerte"),
        (Court, "court order, subpoena, you are hereby commanded, summons, it is hereby ordered, beschluss, einstweilige verfügung, gerichtsbeschluss, durchsuchungsbeschluss, dagvaarding, beschikking, vonnis, assignation, ordonnance, auto judicial, requerimiento judicial, providencia, citación, search warrant"),
        (Police, "police department, detective, criminal investigation, kriminalpolizei, polizeipräsidium, polizeiinspektion, polizeidirektion, landeskriminalamt, staatsanwaltschaft, kriminalkommissar*, politie eenheid, recherche, officier van justitie, gendarmerie, police judiciaire, commissariat, policía nacional, guardia civil, brigada, comisaría, public prosecutor, constabulary, district attorney, sheriff"),
    ];

    private readonly PhraseMatcher<int> _matcher = new([.. Phrases.SelectMany((demand, i) => demand.Phrases.Split(", "), (demand, phrase) => (phrase, Array.IndexOf(Phrases, demand)))]);

    /// <returns>Names of what was found, in a fixed order.</returns>
    public List<string> Find(List<string> words)
    {
        var found = _matcher.Find(words).Select(match => match.Value).ToHashSet();
        return [.. Phrases.Where((_, i) => found.Contains(i)).Select(demand => demand.Name)];
    }
}
