using System.Text;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Answering;

/// <summary>Answers questions with quotes of the knowledge, or declines.</summary>
public sealed class Answerer(KnowledgeBase knowledge, KnowledgeIndex index)
{
    private const int MaxCitations = 3;
    private const int MaxRelated = 3;

    // Hits with less than this share of the best hit's probability are not worth a reader's glance.
    private const double SeeAlsoShare = 0.0001;

    // Hits this close to the best one are quoted beside it.
    private const double LeadShare = 0.4;

    // The guide's line on a country this close to the passage on its law is quoted before it.
    private const double GuideLineShare = 0.02;

    private static readonly string[] Starters =
    [
        "What do I do if I receive a cease and desist letter?",
        "How can I protect myself when I run an exit node?",
        "Should I tell my internet provider about my node?",
    ];

    /// <param name="question">The question.</param>
    /// <param name="scope">Whose question it is.</param>
    /// <param name="cancellation">Ends a running search.</param>
    public async ValueTask<Answer> AnswerAsync(QuestionText question, SearchScope scope, CancellationToken cancellation)
    {
        var found = await index.SearchAsync(question.Value, 8, scope, cancellation).ConfigureAwait(false);
        if (found.Hits.Count == 0 || found.AnswerProbability < found.Threshold)
            return Decline(found);

        var hits = OfNamedCountries(found);
        return hits.Count == 0 ? Decline(found) : Quote(found, hits);
    }

    // A passage on one country's law does not answer a question on another country's, nor does one on laws in general.
    private List<PassageHit> OfNamedCountries(SearchResult found)
    {
        var named = found.Reading.Countries;
        if (named.Count == 0)
            return [.. found.Hits];
        if (found.Reading.AsksForLaw && !knowledge.Passages.Any(passage => passage.Country is { } country && named.Contains(country)))
            return [];
        var top = found.Hits[0].Passage.Country;
        if (top is not null && !named.Contains(top))
            return [];
        return [.. found.Hits.Where(hit => hit.Passage.Country is null || named.Contains(hit.Passage.Country))];
    }

    private Answer Quote(SearchResult found, List<PassageHit> hits)
    {
        var best = hits[0].Score;
        double Share(PassageHit hit) => Math.Exp(hit.Score - best);
        var citations = WithGuide([.. hits.Where(hit => Share(hit) >= SeeAlsoShare)])
            .Select((hit, i) => new Citation(hit.Passage, SentencePicker.Quote(hit), i == 0 || Share(hit) >= LeadShare))
            .ToList();
        var notes = citations.Where(citation => citation.Leads).SelectMany(NotesOn).Distinct().ToList();
        var touchesLaw = citations.Any(citation => citation.Leads && citation.Passage.TouchesLaw) || notes.Any(note => note.TouchesLaw);
        var related = Related(hits.Skip(1), found.Reading.Language);
        return new Answer(AnswerKind.Quoted, Text(citations, touchesLaw), citations, notes, related, touchesLaw);
    }

    // The guide is the ground: where it says something on the question, it is among what is cited.
    private static List<PassageHit> WithGuide(List<PassageHit> hits)
    {
        // On a country's law, the guide's line comes first and today's rule beside it: so one sees what has changed.
        if (hits is [{ Passage: { Source: PassageSource.Jurisdiction, Country: { } country } } law, ..]
            && hits.Find(hit => hit.Passage.Source == PassageSource.Guide && hit.Passage.Country == country && Math.Exp(hit.Score - law.Score) >= GuideLineShare) is { } line)
            hits = [line, .. hits.Where(hit => hit != line)];
        var cited = hits.Take(MaxCitations).ToList();
        if (cited.Exists(hit => hit.Passage.Source is PassageSource.Guide or PassageSource.Note) || hits.Find(hit => hit.Passage.Source == PassageSource.Guide) is not { } guide)
            return cited;
        return [.. cited.Take(MaxCitations - 1), guide];
    }

    private IEnumerable<Passage> NotesOn(Citation citation) =>
        knowledge.NotesAbout(citation.Passage.Id)
            .Where(note => note.Concerns is null || citation.Quote.Contains(note.Concerns, StringComparison.Ordinal));

    private static string Text(List<Citation> citations, bool touchesLaw)
    {
        var text = new StringBuilder();
        for (var i = 0; i < citations.Count; i++)
        {
            if (citations[i].Leads)
                text.Append('“').Append(citations[i].Quote).Append("” [").Append(i + 1).Append("]\n\n");
        }

        if (touchesLaw)
            text.Append(Answer.Disclaimer);
        return text.ToString().Trim();
    }

    private Answer Decline(SearchResult found)
    {
        var text = UnknownCountry(found)
            ?? knowledge.Neighbours.FirstOrDefault(topic => topic.Topic == found.Reading.NearestNeighbourTopic)?.Decline
            ?? "My sources hold nothing on that, so I will not guess. Ask me about running an exit node: risks, providers, letters, logs, and the law as the guide gives it.";
        var related = Related(found.Hits, found.Reading.Language).Concat(Starters).Distinct(StringComparer.Ordinal).Take(MaxRelated);
        return new Answer(AnswerKind.Declined, text, [], [], [.. related], TouchesLaw: false);
    }

    private string? UnknownCountry(SearchResult found)
    {
        var covered = knowledge.Passages.Where(passage => passage.Country is not null).ToList();
        var missing = found.Reading.Countries.Where(code => covered.All(passage => passage.Country != code)).ToList();
        if (missing.Count == 0 || found.Reading.Countries.Count != missing.Count)
            return null;
        var names = knowledge.Aliases.Where(alias => missing.Contains(alias.CountryCode ?? "")).Select(alias => alias.Canonical);
        return $"My sources name no law for {Titled(string.Join(" or ", names))}, so I will not guess. "
            + $"They name laws for: {string.Join(", ", covered.Select(passage => passage.Title))}. "
            + "For your own country, ask a lawyer there or a local digital-rights organisation.";
    }

    private static string Titled(string names) => System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(names);

    // A passage's first question in the reader's language is written to be shown.
    private static List<string> Related(IEnumerable<PassageHit> hits, string language) =>
    [
        .. hits.Select(hit => hit.Passage.Facts.SelectMany(fact => fact.Questions).ToList())
            .Select(questions => (questions.Find(q => q.Language == language) ?? questions.Find(q => q.Language == "en"))?.Text)
            .OfType<string>()
            .Take(MaxRelated),
    ];
}
