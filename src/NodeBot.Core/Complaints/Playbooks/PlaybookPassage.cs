using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>A playbook as a passage: what to do about that kind of letter, for those who ask in plain words.</summary>
internal static class PlaybookPassage
{
    public static Passage Of(Playbook playbook, IReadOnlyList<AnticipatedQuestion> questions) => new()
    {
        Id = playbook.PassageId,
        Source = PassageSource.Playbook,
        Title = playbook.Title,
        Section = "What to do when a letter arrives",
        Text = string.Join("\n\n", playbook.Summary, "How soon: " + playbook.Urgency, "What to do:\n" + Lines(Own(playbook.Steps)), "What not to do:\n" + Lines(playbook.Never.Take(OwnNever(playbook)))),
        Language = "en",
        AsOf = playbook.AsOf,
        Confidence = playbook.Confidence,
        Sources = playbook.Sources,
        Keywords = [playbook.Id.Replace('_', ' ')],
        Facts = [new Fact("", questions)],
        TouchesLaw = true,
    };

    private static IEnumerable<string> Own(IEnumerable<PlaybookStep> steps) => steps.Where(step => !step.IsShared).Select(step => step.Text);

    private static int OwnNever(Playbook playbook) => playbook.Never.Count - playbook.SharedNever;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "- " + line));
}
