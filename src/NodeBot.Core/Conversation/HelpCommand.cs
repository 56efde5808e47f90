namespace NodeBot.Core.Conversation;

/// <summary><c>/help</c>: what the bot can do, and what it keeps.</summary>
public sealed class HelpCommand(IEnumerable<Command> others) : Command
{
    private readonly IReadOnlyList<Command> _others = [.. others];

    public override CommandSpec Spec { get; } = new("help", "What NodeBot can do, and what it keeps of what you say", [], "/help");

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var blocks = new List<Block>
        {
            new TextBlock("I answer questions about running an exit node in a decentralised VPN. I quote my sources and cite them, or say that I do not know."),
            new HeadingBlock("Commands"),
        };
        blocks.AddRange(_others.Append(this).Select(command => new TextBlock($"/{command.Spec.Name}: {command.Spec.Description}. Example: {command.Spec.Example}")));
        blocks.Add(new HeadingBlock("Your privacy"));
        blocks.Add(new TextBlock("Your questions are not stored and not logged. They stay on the machine that runs NodeBot, unless its operator has set up an embedding service elsewhere."));
        return ValueTask.FromResult(new Reply(blocks, []));
    }
}
