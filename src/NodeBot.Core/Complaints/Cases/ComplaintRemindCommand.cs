using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints.Cases;

/// <summary><c>/complaint remind</c>: sets a reminder, or turns it off.</summary>
public sealed class ComplaintRemindCommand(CaseDesk desk, CaseReplies replies) : CaseCommand(desk, replies)
{
    private const string WhenOption = "when";

    public override CommandSpec Spec { get; } = new(
        "complaint remind",
        "Be reminded of a case",
        [
            new OptionSpec(CaseOption, "The case", Required: true) { Completes = true },
            new OptionSpec(WhenOption, "A date such as 2026-12-01, \"tomorrow\", \"in 3 days\", or \"off\"", Required: false),
        ],
        "/complaint remind ABCDEFGH in 3 days")
    {
        IsPrivate = true,
        KeepsForMember = true,
    };

    protected override async Task<Reply> HandleAsync(Turn turn, string member, string id, CancellationToken cancellation)
    {
        // Typed in one line, the time stands behind the case.
        var words = id.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        var when = turn.Options.GetValueOrDefault(WhenOption) ?? words.ElementAtOrDefault(1) ?? "tomorrow";
        var (at, problem) = when.Trim().Equals("off", StringComparison.OrdinalIgnoreCase) ? (null, null) : ReminderTime.Read(when, Desk.Now);
        if (problem is not null)
            return Reply.Privately(problem);
        var changed = await Desk.Store.ChangeAsync(
            member,
            (words.FirstOrDefault() ?? "").ToUpperInvariant(),
            now => now.ClosedAt is null ? now with { RemindAt = at, IsReminderSettled = true, Reach = now.Reach.Add(member) } : now,
            cancellation).ConfigureAwait(false);
        if (changed is null)
            return CaseDesk.Missing();
        var said = changed.ClosedAt is not null ? "That case is closed, so there is nothing to be reminded of. Open it again first."
            : at is { } time ? $"I remind you on {ReminderTime.Show(time)}." : "No reminder any more.";
        return CaseReplies.Private([new TextBlock(said)], [new ReplyAction("Show the case", $"/complaint resume {changed.Id}")]) with
        {
            Files = Desk.Walk(changed) is { } walk ? DeadlineCalendar.Files(walk) : [],
        };
    }
}
