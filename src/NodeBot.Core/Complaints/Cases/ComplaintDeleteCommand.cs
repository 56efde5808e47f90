using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints.Cases;

/// <summary><c>/complaint delete</c>: deletes a case, or all that is kept for the member, at once.</summary>
public sealed class ComplaintDeleteCommand(CaseDesk desk, CaseReplies replies) : CaseCommand(desk, replies)
{
    public override CommandSpec Spec { get; } = new(
        "complaint delete",
        "Delete a case for good, or everything that I keep for you",
        [new OptionSpec(CaseOption, "The case, or \"all\" for everything", Required: true) { Completes = true }],
        "/complaint delete ABCDEFGH")
    {
        IsPrivate = true,
        KeepsForMember = true,
    };

    protected override async Task<Reply> HandleAsync(Turn turn, string member, string id, CancellationToken cancellation)
    {
        if (id.Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            var count = await Desk.Store.RemoveAllAsync(member, cancellation).ConfigureAwait(false);
            return Reply.Privately(count == 0 ? "I keep no case and no letter for you." : $"Deleted: {count}. I keep no case and no letter for you any more.");
        }

        return await Desk.Store.RemoveAsync(member, id.ToUpperInvariant(), cancellation).ConfigureAwait(false)
            ? Reply.Privately("The case is deleted, with its answers and its reminder.")
            : CaseDesk.Missing();
    }
}
