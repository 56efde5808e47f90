using NodeBot.Core.Complaints.Playbooks;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>Where a case stands in its playbook: what is asked next, and what follows from the answers.</summary>
public sealed class CaseWalk
{
    private static readonly Dictionary<string, string> FactsOfLetter = new(StringComparer.Ordinal)
    {
        ["court"] = CaseFacts.MentionsCourt,
        ["police"] = CaseFacts.MentionsPolice,
        ["sign"] = CaseFacts.WantsSignature,
        ["pay"] = CaseFacts.WantsPayment,
    };

    private readonly HashSet<string> _facts;
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    public CaseWalk(Playbook playbook, Case @case, CountryLaw law, DateOnly today)
    {
        Playbook = playbook;
        Case = @case;
        _facts = [.. @case.Letter is { } letter ? letter.RedFlags.Select(flag => FactsOfLetter.GetValueOrDefault(flag)).OfType<string>() : []];
        var asked = new List<PlaybookQuestion>();
        foreach (var question in playbook.Questions)
        {
            // A question that the answers so far lead past is not asked, and what was once said to it counts no more.
            if (!Holds(question.When))
                continue;
            asked.Add(question);
            if (@case.Answers.TryGetValue(question.Id, out var answer))
                _given[question.Id] = answer;
            else
                Next ??= question;
            _facts.UnionWith(WorkOut(law, today));
        }

        Questions = asked;
    }

    public Playbook Playbook { get; }

    public Case Case { get; }

    /// <summary>Those that the answers so far lead to, in order.</summary>
    public IReadOnlyList<PlaybookQuestion> Questions { get; }

    /// <summary>The first without an answer; null when all are answered.</summary>
    public PlaybookQuestion? Next { get; }

    public int Answered => Questions.Count(question => _given.ContainsKey(question.Id));

    public IEnumerable<RedFlag> RedFlags => Playbook.RedFlags.Where(flag => Holds(flag.When));

    /// <summary>The steps that apply, each with its number in the playbook.</summary>
    public IEnumerable<(int Number, PlaybookStep Step)> Steps => Playbook.Steps.Select((step, i) => (i, step)).Where(pair => Holds(pair.step.When));

    public IEnumerable<FittingLetter> Letters => Playbook.Letters.Where(letter => Holds(letter.When)).DistinctBy(letter => letter.Id);

    public string? Country => Given("country");

    /// <summary>The day by which to answer; null when there is none, or nobody has said it.</summary>
    public DateOnly? Deadline => Day(Playbook.Questions.FirstOrDefault(question => question.Fills == "deadline")?.Id ?? "deadline");

    /// <summary>When the letter arrived, if that was said.</summary>
    public DateOnly? Received => Day("received");

    /// <returns>The answer to a question that is asked; null when there is none or it was skipped.</returns>
    public string? Given(string question) => _given.GetValueOrDefault(question) is { Length: > 0 } answer ? answer : null;

    private bool Holds(IReadOnlyList<PlaybookCondition> conditions) =>
        conditions.All(condition => condition.Fact is { } fact ? _facts.Contains(fact) : Given(condition.Question!) is { } answer && condition.Is.Contains(answer));

    private IEnumerable<string> WorkOut(CountryLaw law, DateOnly today)
    {
        if (Deadline is { } deadline)
        {
            if (deadline < today)
                yield return CaseFacts.DeadlinePassed;
            else if (deadline.DayNumber - today.DayNumber <= 2)
                yield return CaseFacts.DeadlineWithin48Hours;
        }

        if (Country is { } country)
        {
            if (law.Dsa.Contains(country))
                yield return CaseFacts.Eu;
            if (law.Restricted.Contains(country))
                yield return CaseFacts.RestrictedCountry;
            if (Given("sender_country") is { } from && from != country)
                yield return CaseFacts.ForeignSender;
        }

        if (Given("role") == "relay")
            yield return CaseFacts.RelayNotExit;
        if (Given("ran_then") == "no")
            yield return CaseFacts.DidNotRun;
    }

    private DateOnly? Day(string question) =>
        Given(question) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
