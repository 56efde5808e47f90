namespace NodeBot.Core.Conversation;

/// <summary>Gives each turn to its command.</summary>
public sealed class Dispatcher(IEnumerable<Command> commands)
{
    private readonly IReadOnlyList<Command> _commands = [.. commands];

    public IEnumerable<CommandSpec> Specs => _commands.Select(command => command.Spec);

    /// <returns>The command's reply; for an unknown command, one that lists those there are.</returns>
    public async ValueTask<Reply> DispatchAsync(Turn turn, CancellationToken cancellation)
    {
        var command = _commands.FirstOrDefault(candidate => candidate.Spec.Name == turn.Command);
        if (command is null)
            return Reply.Of($"There is no command \"/{turn.Command}\". You can use: {string.Join(", ", Specs.Select(spec => "/" + spec.Name))}. Or just type your question.");
        return await command.HandleAsync(turn, cancellation).ConfigureAwait(false);
    }
}
