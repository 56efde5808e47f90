using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Complaints.Playbooks;
using Case = NodeBot.Core.Complaints.Cases.Case;

namespace NodeBot.EndToEnd.Tests.Complaints;

/// <summary>
/// All ways through a playbook. Answers that no condition tells apart are one way; of a free answer there are a given and a skipped one.
/// </summary>
internal sealed class PlaybookPaths(Playbook playbook, CountryLaw law, DateOnly today)
{
    private static readonly LetterFields Alarming = new() { RedFlags = ["court", "police", "sign", "pay"] };

    /// <returns>The walk after each answer of each way, from the first question to the result.</returns>
    public IEnumerable<CaseWalk> All() => new[] { null, Alarming }.SelectMany(letter => From(new Case { Id = "AAAAAAAA", Kind = playbook.Id, CreatedAt = DateTimeOffset.UnixEpoch, Letter = letter }));

    private IEnumerable<CaseWalk> From(Case @case)
    {
        var walk = new CaseWalk(playbook, @case, law, today);
        yield return walk;
        if (walk.Next is not { } next)
            yield break;
        foreach (var answer in Answers(next))
        {
            foreach (var further in From(@case with { Answers = @case.Answers.SetItem(next.Id, answer), Order = @case.Order.Add(next.Id) }))
                yield return further;
        }
    }

    private IEnumerable<string> Answers(PlaybookQuestion question)
    {
        switch (question.Kind)
        {
            case QuestionKind.Choice:
                // Facts are worked out of these two.
                return question.Id is "role" or "ran_then" ? question.Choices.Select(choice => choice.Value).Append("") : question.Choices.Select(choice => choice.Value).Append("").DistinctBy(value => Signature(question, value));
            case QuestionKind.Country when question.Id == "sender_country":
                return ["", "JP"];
            case QuestionKind.Country:
                return Conditions().Where(condition => condition.Question == question.Id).SelectMany(condition => condition.Is).Concat(["", "DE", "RU", "JP"]).DistinctBy(value => (Signature(question, value), law.Dsa.Contains(value), law.Restricted.Contains(value)));
            case QuestionKind.Date when question.Fills == "deadline" || question.Id == "deadline":
                return new[] { 30, 1, -5 }.Select(days => today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Append("");
            case QuestionKind.Date:
                return [today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)];
            case QuestionKind.Ip:
                return ["192.0.2.17"];
            case QuestionKind.Amount:
                return ["915.00 EUR"];
            default:
                return ["Words of a member"];
        }
    }

    private string Signature(PlaybookQuestion question, string value) =>
        string.Join(',', Conditions().Where(condition => condition.Question == question.Id).Select((condition, i) => (condition, i)).Where(pair => pair.condition.Is.Contains(value)).Select(pair => pair.i));

    private IEnumerable<PlaybookCondition> Conditions() => playbook.Questions.SelectMany(question => question.When)
        .Concat(playbook.RedFlags.SelectMany(flag => flag.When))
        .Concat(playbook.Steps.SelectMany(step => step.When))
        .Concat(playbook.Letters.SelectMany(letter => letter.When));
}
