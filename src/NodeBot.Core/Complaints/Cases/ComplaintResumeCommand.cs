using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints.Cases;

/// <summary><c>/complaint resume</c>: goes on with a case, also one that was begun elsewhere.</summary>
public sealed class ComplaintResumeCommand(CaseDesk desk, CaseReplies replies) : CaseCommand(desk, replies)
{
    private const int CaseIdLength = 8;

    public override CommandSpec Spec { get; } = new(
        "complaint resume",
        "Go on with one of your cases, or bring one here with its code",
        [new OptionSpec(CaseOption, "The case, or the code that you got elsewhere", Required: true) { Completes = true }],
        "/complaint resume ABCDEFGH")
    {
        IsPrivate = true,
        KeepsForMember = true,
    };

    protected override async Task<Reply> HandleAsync(Turn turn, string member, string id, CancellationToken cancellation)
    {
        var found = id.Length == CaseIdLength
            ? await Desk.Store.FindAsync(member, id.ToUpperInvariant(), cancellation).ConfigureAwait(false)
            : await Desk.Store.TakeAsync(member, id, cancellation).ConfigureAwait(false);
        return found is null ? CaseDesk.Missing() : await Desk.ShowAsync(member, found, cancellation).ConfigureAwait(false);
    }
}
