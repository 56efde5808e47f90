using NodeBot.Core.Conversation;

namespace NodeBot.Core.Complaints.Cases;

/// <summary><c>/complaint start</c>: begins a case of a kind, or asks for the letter.</summary>
public sealed class ComplaintStartCommand(CaseDesk desk) : Command
{
    private const string KindOption = "kind";

    public override CommandSpec Spec { get; } = new(
        "complaint start",
        "A letter arrived? A walk through it, in private, from the first look to a reply",
        [new OptionSpec(KindOption, "What kind of letter it is; leave it out when you are not sure", Required: false) { Choices = [.. desk.Playbooks.Select(playbook => new OptionChoice(playbook.Title, playbook.Id))] }],
        "/complaint start")
    {
        IsPrivate = true,
        KeepsForMember = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Member is not { } member)
            return CaseDesk.Nameless;
        if (turn.Options.GetValueOrDefault(KindOption) is not { Length: > 0 } kind)
            return Ask(desk);
        return desk.Playbooks.FirstOrDefault(playbook => playbook.Id == kind || playbook.Title.Equals(kind, StringComparison.OrdinalIgnoreCase)) is { } playbook
            ? await desk.StartAsync(member, playbook, cancellation).ConfigureAwait(false)
            : Ask(desk);
    }

    /// <returns>The kinds to choose from, and the form for the letter itself.</returns>
    internal static Reply Ask(CaseDesk desk) => CaseReplies.Private(
        [
            new HeadingBlock("Something arrived? One step at a time."),
            new TextBlock("Paste the letter, without your name and address, and I say what I recognise in it. Its text is not kept. Or choose what it is."),
        ],
        [.. desk.Kinds(playbook => $"/complaint start {playbook.Id}")]) with
    {
        Form = ExplainCommand.Form,
    };
}
