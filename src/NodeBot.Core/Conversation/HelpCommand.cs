namespace NodeBot.Core.Conversation;

/// <summary><c>/help</c>: what the bot can do, and what it keeps.</summary>
public sealed class HelpCommand(IEnumerable<Command> others) : Command
{
    private readonly IReadOnlyList<Command> _others = [.. others];

    public override CommandSpec Spec { get; } = new("help", "What NodeBot can do, and what it keeps of what you say", [], "/help") { IsPrivate = true };

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var shown = _others.Append(this).Select(command => command.Spec).Where(spec => spec.IsShownTo(turn));
        return ValueTask.FromResult(new Reply(
            [
                new TextBlock("I answer questions about running an exit node in a decentralised VPN. I quote my sources and cite them, or say that I do not know."),
                new HeadingBlock("Commands"),
                .. shown.Select(spec => new TextBlock($"/{spec.Name}: {spec.Description}. Example: {spec.Example}")),
                new HeadingBlock("Your privacy"),
                new TextBlock("I read only what is addressed to me. Your questions are not stored and not logged; the last one of a thread is kept in memory for 15 minutes, so that you can ask on. They stay on the machine that runs NodeBot, unless its operator has set up an embedding service elsewhere."),
            ],
            [])
        {
            Visibility = Visibility.Private,
        });
    }
}
