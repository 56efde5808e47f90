using System.Globalization;
using NodeBot.Core.Conversation;
using NodeBot.Core.Letters;

namespace NodeBot.Core.Complaints.Cases;

/// <summary><c>/complaint step CASE WHAT …</c>: what is pressed and filled in along a case.</summary>
public sealed class CaseStepCommand(CaseDesk desk, CaseReplies replies, LetterDesk letters) : Command
{
    public const string ValueOption = "value";
    private const string Name = "complaint step";
    private const string StepOption = "step";
    private static readonly string[] Times = ["tomorrow", "in 2 days", "in 7 days", "off"];

    public override CommandSpec Spec { get; } = new(
        Name,
        "One step in a case",
        [new OptionSpec(StepOption, "The case, what to do, and with what", Required: true), new OptionSpec(ValueOption, "An answer in your own words", Required: false, AnswerReader.MaxLength)],
        "/complaint step ABCDEFGH show")
    {
        IsPrivate = true,
        IsListed = false,
        KeepsForMember = true,
    };

    /// <returns>What a person would type to take a step, at most 96 characters.</returns>
    public static string Says(string id, string what, string with = "") => $"/{Name} {id} {what} {with}".TrimEnd();

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Member is not { } member)
            return CaseDesk.Nameless;
        var words = (turn.Options.GetValueOrDefault(StepOption) ?? "").Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || await desk.Store.FindAsync(member, words[0].ToUpperInvariant(), cancellation).ConfigureAwait(false) is not { } @case)
            return CaseDesk.Missing();
        var with = words.ElementAtOrDefault(2) ?? "";
        return words[1] switch
        {
            "answer" => await desk.AnswerAsync(member, @case, with, turn.Options.GetValueOrDefault(ValueOption) ?? words.ElementAtOrDefault(3), cancellation).ConfigureAwait(false),
            "fill" => desk.Fill(@case, with),
            "skip" => await desk.SkipAsync(member, @case, with, cancellation).ConfigureAwait(false),
            "back" => await desk.AskAgainAsync(member, @case, null, cancellation).ConfigureAwait(false),
            "change" => await desk.AskAgainAsync(member, @case, with, cancellation).ConfigureAwait(false),
            "confirm" => await desk.ConfirmAsync(member, @case, null, cancellation).ConfigureAwait(false),
            "kind" when desk.Playbooks.Any(playbook => playbook.Id == with) => await desk.ConfirmAsync(member, @case, with, cancellation).ConfigureAwait(false),
            "kinds" => CaseReplies.Private([new TextBlock("Choose what comes nearest.")], [.. desk.Kinds(playbook => Says(@case.Id, "kind", playbook.Id))]),
            "later" => await LaterAsync(member, @case, cancellation).ConfigureAwait(false),
            "letter" => await LetterAsync(turn, member, @case, with, cancellation).ConfigureAwait(false),
            "code" => await CodeAsync(member, @case, cancellation).ConfigureAwait(false),
            "ticks" or "answers" => desk.Walk(@case) is { } walk ? words[1] == "ticks" ? CaseReplies.Ticks(walk) : CaseReplies.Answers(walk) : await desk.ShowAsync(member, @case, cancellation).ConfigureAwait(false),
            "tick" when int.TryParse(with, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => await TickAsync(member, @case, number, words.ElementAtOrDefault(3) != "off", cancellation).ConfigureAwait(false),
            "remind" => Remind(@case),
            "close" => await CloseAsync(member, @case, cancellation).ConfigureAwait(false),
            "reopen" => await ReopenAsync(member, @case, cancellation).ConfigureAwait(false),
            "delete" => CaseReplies.Private(
                [new TextBlock($"Delete {replies.Title(@case)} ({@case.Id}) with all answers and the reminder? It cannot be brought back.")],
                [new ReplyAction("Delete it for good", $"/complaint delete {@case.Id}"), new ReplyAction("Keep it", Says(@case.Id, "show"), ActionKind.Aside)]),
            _ => await desk.ShowAsync(member, @case, cancellation).ConfigureAwait(false),
        };
    }

    // What the case knows need not be typed again.
    private async Task<Reply> LetterAsync(Turn turn, string member, Case @case, string id, CancellationToken cancellation)
    {
        if (letters.Writer.Find(id) is not { } template || desk.Walk(@case) is not { } walk)
            return await desk.ShowAsync(member, @case, cancellation).ConfigureAwait(false);
        var known = new Dictionary<string, string>((IEnumerable<KeyValuePair<string, string>>?)@case.Letter?.Values ?? [], StringComparer.Ordinal);
        // The letter's country is the sender's; the letter written back names the member's own.
        known.Remove("country");
        foreach (var question in walk.Questions)
        {
            if (walk.Given(question.Id) is { } answer && (question.Fills ?? (question.Id is "received" ? question.Id : null)) is { } fills)
                known[fills] = answer;
        }

        if (walk.Country is { } country)
            known["country"] = CountryNames.English(country);
        return await letters.StartAsync(member, template, turn.Language, known, @case.Id, cancellation).ConfigureAwait(false);
    }

    private async Task<Reply> LaterAsync(string member, Case @case, CancellationToken cancellation)
    {
        var reply = await CodeAsync(member, @case, cancellation).ConfigureAwait(false);
        return reply with { Blocks = [new TextBlock($"Saved. /complaint resume {@case.Id} goes on here, today or in some weeks."), .. reply.Blocks] };
    }

    private async Task<Reply> CodeAsync(string member, Case @case, CancellationToken cancellation) =>
        await desk.Store.MakeCodeAsync(member, @case.Id, cancellation).ConfigureAwait(false) is { } code
            ? CaseReplies.Private(
                [new TextBlock("To go on elsewhere (the web page, the terminal, another account), type this there, once and within seven days. Whoever has it can read the case, so show it to nobody:"), new TextBlock($"/complaint resume {code}")],
                [new ReplyAction("Go on here", Says(@case.Id, "show"))])
            : CaseDesk.Missing();

    private async Task<Reply> TickAsync(string member, Case @case, int number, bool done, CancellationToken cancellation)
    {
        if (desk.Walk(@case) is not { } before || before.Steps.All(step => step.Number != number))
            return await desk.ShowAsync(member, @case, cancellation).ConfigureAwait(false);
        var changed = await desk.ChangeAsync(member, @case, now => now.Done.Contains(number) == done ? now : now with { Done = done ? now.Done.Add(number) : now.Done.Remove(number) }, cancellation).ConfigureAwait(false);
        return changed is null || desk.Walk(changed) is not { } walk ? CaseDesk.Missing() : CaseReplies.Ticks(walk);
    }

    private static Reply Remind(Case @case) => CaseReplies.Private(
        [
            new TextBlock(@case.RemindAt is { } at ? $"I remind you on {ReminderTime.Show(at)}." : "No reminder is set."),
            new TextBlock($"Where I can write to you (Discord), I send you a private message. Elsewhere the reminder shows in /complaint list, and the calendar file of the case brings it into your own calendar. For another time: /complaint remind {@case.Id} and a date."),
        ],
        [
            .. Times.Select(when => new ReplyAction(when == "off" ? "No reminder" : "Remind me " + when, $"/complaint remind {@case.Id} {when}")),
            new ReplyAction("Back", Says(@case.Id, "show"), ActionKind.Aside),
        ]);

    private async Task<Reply> CloseAsync(string member, Case @case, CancellationToken cancellation)
    {
        var changed = await desk.ChangeAsync(member, @case, now => now.ClosedAt is null ? now with { ClosedAt = desk.Now, RemindAt = null } : now, cancellation).ConfigureAwait(false);
        return changed is null ? CaseDesk.Missing() : await desk.ShowAsync(member, changed, cancellation).ConfigureAwait(false);
    }

    private async Task<Reply> ReopenAsync(string member, Case @case, CancellationToken cancellation)
    {
        var changed = await desk.ChangeAsync(member, @case, now => now.ClosedAt is null ? now : now with { ClosedAt = null }, cancellation).ConfigureAwait(false);
        return changed is null ? CaseDesk.Missing() : await desk.ShowAsync(member, changed, cancellation).ConfigureAwait(false);
    }
}
