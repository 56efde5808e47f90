using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints.Cases;

/// <summary>A command about one of the member's cases, which it proposes by name.</summary>
public abstract class CaseCommand(CaseDesk desk, CaseReplies replies) : Command
{
    protected const string CaseOption = "case";

    protected CaseDesk Desk { get; } = desk;

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation) =>
        turn.Member is { } member
            ? await HandleAsync(turn, member, turn.Options.GetValueOrDefault(CaseOption)?.Trim() ?? "", cancellation).ConfigureAwait(false)
            : CaseDesk.Nameless;

    public override async ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) =>
        turn.Member is { } member && option == CaseOption
            ? [.. (await Desk.Store.ListAsync(member, cancellation).ConfigureAwait(false)).Select(@case => new OptionChoice($"{replies.Title(@case)} ({@case.Id})", @case.Id))]
            : [];

    /// <summary>Handles the turn of a member.</summary>
    protected abstract Task<Reply> HandleAsync(Turn turn, string member, string id, CancellationToken cancellation);
}
