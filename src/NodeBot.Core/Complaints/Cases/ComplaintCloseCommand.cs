using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints.Cases;

/// <summary><c>/complaint close</c>: ends a case, which is deleted some time later.</summary>
public sealed class ComplaintCloseCommand(CaseDesk desk, CaseReplies replies) : CaseCommand(desk, replies)
{
    public override CommandSpec Spec { get; } = new(
        "complaint close",
        "Close a case that is over; it is deleted some time later",
        [new OptionSpec(CaseOption, "The case", Required: true) { Completes = true }],
        "/complaint close ABCDEFGH")
    {
        IsPrivate = true,
        KeepsForMember = true,
    };

    protected override async Task<Reply> HandleAsync(Turn turn, string member, string id, CancellationToken cancellation)
    {
        var changed = await Desk.Store.ChangeAsync(member, id.ToUpperInvariant(), now => now.ClosedAt is null ? now with { ClosedAt = Desk.Now, RemindAt = null } : now, cancellation).ConfigureAwait(false);
        return changed is null ? CaseDesk.Missing() : await Desk.ShowAsync(member, changed, cancellation).ConfigureAwait(false);
    }
}
