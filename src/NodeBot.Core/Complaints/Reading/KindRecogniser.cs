using NodeBot.Core.Complaints.Playbooks;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Tells the kind of a letter by the playbooks' cues.</summary>
internal sealed class KindRecogniser
{
    // Two strong phrases, or one decisive and a weak one: less is chance.
    private const double Least = 5.5;

    // What is forwarded speaks, but the one who writes speaks louder.
    private const double Quoted = 0.4;
    private const double WorthNaming = 0.4;
    private const int MostAlternatives = 3;

    private readonly PhraseMatcher<(int Kind, int Phrase, int Weight)> _matcher;
    private readonly string[] _kinds;

    public KindRecogniser(IReadOnlyList<Playbook> playbooks)
    {
        _kinds = [.. playbooks.Select(playbook => playbook.Id)];
        var number = 0;
        // A phrase that several languages share counts once.
        _matcher = new PhraseMatcher<(int, int, int)>([.. playbooks.SelectMany((playbook, kind) => playbook.Cues
            .SelectMany(cue => cue.Phrases.Values.SelectMany(list => list), (cue, phrase) => (Phrase: phrase, cue.Weight))
            .GroupBy(pair => string.Join(' ', Skeleton.Words(pair.Phrase)), StringComparer.Ordinal)
            .Select(group => (group.First().Phrase, (kind, number++, group.MaxBy(pair => Math.Abs(pair.Weight)).Weight))))]);
    }

    /// <returns>The kind, how sure it is, and what else it may be.</returns>
    public (string? Kind, double Confidence, IReadOnlyList<KindGuess> Alternatives) Recognise(List<string> own, List<string> quoted)
    {
        var scores = new double[_kinds.Length];
        var seen = new HashSet<int>();
        Score(own, 1, scores, seen);
        Score(quoted, Quoted, scores, seen);
        var ranked = scores.Select((score, i) => (Kind: _kinds[i], Score: score)).OrderByDescending(pair => pair.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Least)
            return (null, ranked.Count == 0 ? 1 : Math.Round(1 - Math.Max(0, ranked[0].Score) / (2 * Least), 2), []);
        var best = ranked[0].Score;
        double Share(double score) => Math.Round(Math.Max(0, score) / (best + Math.Max(0, ranked.Skip(1).FirstOrDefault().Score) + 2), 2);
        return (ranked[0].Kind, Share(best), [.. ranked.Skip(1).Where(pair => pair.Score >= best * WorthNaming).Take(MostAlternatives).Select(pair => new KindGuess(pair.Kind, Share(pair.Score)))]);
    }

    private void Score(List<string> words, double share, double[] scores, HashSet<int> seen)
    {
        // A word counts once for a kind: "court" within "court order" says nothing more. What is forwarded again says nothing new.
        var taken = new HashSet<(int Kind, int Word)>();
        foreach (var ((kind, phrase, weight), at, length) in _matcher.Find(words).OrderByDescending(hit => hit.Length).ThenByDescending(hit => Math.Abs(hit.Value.Weight)))
        {
            if (taken.Contains((kind, at)) || !seen.Add(phrase))
                continue;
            taken.UnionWith(Enumerable.Range(at, length).Select(word => (kind, word)));
            scores[kind] += weight * share;
        }
    }
}
