using NodeBot.Core.Complaints.Playbooks;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Tells the kind of a letter by the playbooks' cues.</summary>
internal sealed class KindRecogniser
{
    // Two strong phrases, or one decisive and a weak one: less is chance.
    private const double Least = 5.5;

    // A letter about an address is hardly ever a chance find.
    private const double LeastWithAddress = 3;

    // Whoever writes a letter can threaten with a court, not only the court.
    private const double Threatened = 0.3;
    private static readonly string[] OfThreats = ["court_order_or_subpoena", "law_enforcement_enquiry", "police_visit_or_seizure"];

    // What is forwarded speaks, but the one who writes speaks louder.
    private const double Quoted = 0.4;
    private const double WorthNaming = 0.4;
    private const int MostAlternatives = 3;
    // As a strong phrase.
    private const double ClaimsForAnother = 3;
    private const string OfLawFirms = "law_firm_demand";
    private const string English = "en";

    private readonly PhraseMatcher<(int Kind, int Phrase, int Weight, IReadOnlyList<string> Languages)> _matcher;
    private readonly string[] _kinds;

    public KindRecogniser(IReadOnlyList<Playbook> playbooks)
    {
        _kinds = [.. playbooks.Select(playbook => playbook.Id)];
        var number = 0;
        // A phrase that several languages share counts once.
        _matcher = new PhraseMatcher<(int, int, int, IReadOnlyList<string>)>([.. playbooks.SelectMany((playbook, kind) => playbook.Cues
            .SelectMany(cue => cue.Phrases.SelectMany(pair => pair.Value, (pair, phrase) => (Phrase: phrase, cue.Weight, Language: pair.Key)))
            .GroupBy(pair => string.Join(' ', Skeleton.Words(pair.Phrase)), StringComparer.Ordinal)
            .Select(group => (group.First().Phrase, (kind, number++, group.MaxBy(pair => Math.Abs(pair.Weight)).Weight, (IReadOnlyList<string>)[.. group.Select(pair => pair.Language)]))))]);
    }

    /// <param name="said">Words of the sender's own sentences.</param>
    /// <param name="threatened">Those of sentences that threaten.</param>
    /// <param name="quoted">What the sender forwards.</param>
    /// <param name="hasAddress">Whether an IP address stands in the letter.</param>
    /// <param name="claimsForAnother">Whether the sender wants money in another's name.</param>
    /// <returns>The kind, how sure it is, and what else it may be.</returns>
    public (string? Kind, double Confidence, IReadOnlyList<KindGuess> Alternatives) Recognise(List<string> said, List<string> threatened, List<string> quoted, bool hasAddress, bool claimsForAnother)
    {
        var least = hasAddress ? LeastWithAddress : Least;
        var scores = new double[_kinds.Length];
        var seen = new HashSet<int>();
        // A word of a language that the letter is not written in means something else. English is the language of many terms.
        var languages = Language.Of(said.Concat(threatened).Concat(quoted));
        Score(said, 1, 1, languages, scores, seen);
        Score(threatened, 1, Threatened, languages, scores, seen);
        Score(quoted, Quoted, Quoted, languages, scores, seen);
        var lawFirm = Array.IndexOf(_kinds, OfLawFirms);
        if (claimsForAnother && lawFirm >= 0)
            scores[lawFirm] += ClaimsForAnother;
        var ranked = scores.Select((score, i) => (Kind: _kinds[i], Score: score)).OrderByDescending(pair => pair.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < least)
            return (null, ranked.Count == 0 ? 1 : Math.Round(1 - Math.Max(0, ranked[0].Score) / (2 * least), 2), []);
        var best = ranked[0].Score;
        double Share(double score) => Math.Round(Math.Max(0, score) / (best + Math.Max(0, ranked.Skip(1).FirstOrDefault().Score) + 2), 2);
        return (ranked[0].Kind, Share(best), [.. ranked.Skip(1).Where(pair => pair.Score >= best * WorthNaming).Take(MostAlternatives).Select(pair => new KindGuess(pair.Kind, Share(pair.Score)))]);
    }

    private void Score(List<string> words, double share, double shareOfThreats, IReadOnlyList<string> languages, double[] scores, HashSet<int> seen)
    {
        // A word counts once for a kind: "court" within "court order" says nothing more. What is forwarded again says nothing new.
        var taken = new HashSet<(int Kind, int Word)>();
        foreach (var ((kind, phrase, weight, ofPhrase), at, length) in _matcher.Find(words).OrderByDescending(hit => hit.Length).ThenByDescending(hit => Math.Abs(hit.Value.Weight)))
        {
            if (!taken.Contains((kind, at)) && (languages.Count == 0 || ofPhrase.Contains(English) || ofPhrase.Any(languages.Contains)) && seen.Add(phrase))
            {
                taken.UnionWith(Enumerable.Range(at, length).Select(word => (kind, word)));
                scores[kind] += weight * (OfThreats.Contains(_kinds[kind]) ? shareOfThreats : share);
            }
        }
    }
}
