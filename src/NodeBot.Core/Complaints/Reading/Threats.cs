using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Tells what is merely threatened from what is said: a letter that threatens to go to court is no court's letter.</summary>
internal static partial class Threats
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\b(otherwise|failing (which|that|this)|should (you|we) (fail|not)|if you (do not|don['’]t|fail)|if we do not|unless you|in default|we reserve the right|andernfalls|anderenfalls|ansonsten|widrigenfalls|sollten sie|nach fruchtlosem|ohne weitere (mahnung|ankündigung)|behalten wir uns|bij gebreke|indien u niet|mocht u niet|anders (zullen|zal|ga)|behouden ons|à défaut|faute de|sans réponse|passé ce délai|nous nous réservons|saisir(a|ons|ai)|de lo contrario|en caso contrario|de no (atender|recibir|hacer|ser)|si no|nos reservamos|we (will|shall|may) (then |otherwise )?(file|issue|commence|apply|report)|werden wir (gerichtlich|klage|anzeige|strafanzeige)|erstatte(n)? (ich|wir) (straf)?anzeige|i will (go|call|report|inform))\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Threat { get; }

    /// <param name="text">What the sender wrote.</param>
    /// <returns>Its sentences without threats, and those with them.</returns>
    public static (string Said, string Threatened) Split(string text)
    {
        var sentences = Sentence.Split(Sentence.Join(text)).ToLookup(Threat.IsMatch);
        return (string.Join('\n', sentences[false]), string.Join('\n', sentences[true]));
    }
}
