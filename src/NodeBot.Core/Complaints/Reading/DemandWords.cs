using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Tells whether a sentence wants something of the recipient.</summary>
internal static partial class DemandWords
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"\b(repl(y|ies)|respon[ds]\w*|answer\w*|provid\w+|confirm\w*|remov\w+|stop\w*|ceas\w+|pay(s|ment|ing)?|paid|sign(ed|ing)?|return\w*|send\w*|submit\w*|contact\w*|compl(y|ies|iance)|resolv\w+|block\w*|let (us|me) know|tell (us|me)|hear from you|inform\w*|produce\w*|deliver\w*|appear\w*|disclos\w+|take (down|action|steps)|act|fix\w*|secur\w+|delet\w+|erase\w*|identif\w+|preserv\w+|requir\w+|request\w*|deadline|settle\w*|receiv\w+|give|name|explain\w*|furnish\w*|get back|look into|call|complete\w*|hand over|handle|remit\w*|transfer\w*|" +
        @"antwort\w*|beantwort\w*|stellungnahme|stellung|äußer\p{L}*|zahl\p{L}*|überweis\p{L}*|unterzeichn\p{L}*|unterschr\p{L}*|übersend\p{L}*|übermitt\p{L}*|zurück\p{L}*|abgeb\p{L}*|abzugeben|abgabe|mitteil\p{L}*|mitzuteilen|teilen sie|beheb\p{L}*|zu beheben|nachkomm\p{L}*|eing(ehen|ang|ehend)\p{L}*|erwart\p{L}*|auskunft|auskünfte|entfern\p{L}*|unterlass\p{L}*|einstell\p{L}*|melde\p{L}*|sende\p{L}*|reagier\p{L}*|rückmeldung|bestätig\p{L}*|erstatt\p{L}*|ersetz\p{L}*|lösch\p{L}*|frist|setze\p{L}*|vorlegen|vorzulegen|nenn\p{L}*|benenn\p{L}*|zu nennen|geben sie|anruf\p{L}*|rufen sie|bekannt\p{L}*|abstell\p{L}*|abzustellen|unterbinde\p{L}*|stellen sie|unternehm\p{L}*|erschein\p{L}*|sperr\p{L}*|fordern|" +
        @"antwoord\p{L}*|beantwoord\p{L}*|reage\p{L}*|reactie|betal\p{L}*|voldoen|voldaan|onderteken\p{L}*|retour\p{L}*|verstrek\p{L}*|verwijder\p{L}*|stuur|sturen|laten weten|berichten?|bevestig\p{L}*|staken|staakt|op te lossen|oplossen|verschijn\p{L}*|ontvangen|verzoek\p{L}*|sommeer\p{L}*|termijn|te blokkeren|noem\p{L}*|geef|geven|op te heffen|maatregelen|" +
        @"répon\p{L}*|régl\p{L}*|règlement|pay(er|ez|é)|paiement|vers(er|ement)|signer?|signé\p{L}*|retourn\p{L}*|fournir|communiqu\p{L}*|transm\p{L}*|cess\p{L}*|retir\p{L}*|adress(er|ez)|contact\p{L}*|confirm\p{L}*|mettre fin|remédi\p{L}*|résoudre|supprim\p{L}*|comparaître|mise en demeure|mettons en demeure|faire parvenir|faire le nécessaire|indiqu(er|ez)|donner|nommer|tenir inform\p{L}*|délai|bloquer|" +
        @"respond\p{L}*|respuesta|contest\p{L}*|pag(o|ar|ue)|abon\p{L}*|firm\p{L}*|remit\p{L}*|facilit\p{L}*|ces(e|ar|en)|retir\p{L}*|aport\p{L}*|comuni\p{L}*|env(íe|iar|íen)\p{L}*|resolv\p{L}*|resuelv\p{L}*|comparec\p{L}*|requer\p{L}*|requier\p{L}*|rogamos|solicit\p{L}*|informe\p{L}*|elimin\p{L}*|indi(car|que)\p{L}*|adopt\p{L}*|bloque\p{L}*|ingres\p{L}*|plazo|atend\p{L}*)\b",
        Options,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words { get; }

    /// <param name="before">What stands before a date or a sum in its sentence.</param>
    /// <param name="after">What stands after it.</param>
    public static bool Stand(string before, string after) => Words.IsMatch(before) || Words.IsMatch(after);
}
