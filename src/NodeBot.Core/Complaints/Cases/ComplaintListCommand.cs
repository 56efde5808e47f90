using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints.Cases;

/// <summary><c>/complaint list</c>: the member's cases.</summary>
public sealed class ComplaintListCommand(CaseDesk desk, CaseReplies replies) : Command
{
    public override CommandSpec Spec { get; } = new("complaint list", "Your cases, with their reminders; only you see them", [], "/complaint list")
    {
        IsPrivate = true,
        KeepsForMember = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation) =>
        turn.Member is { } member
            ? replies.List(await desk.Store.ListAsync(member, cancellation).ConfigureAwait(false), desk.Now)
            : CaseDesk.Nameless;
}
