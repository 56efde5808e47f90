using NodeBot.Core.Conversation;

namespace NodeBot.Discord.Tests;

/// <summary>A command that does what a test says.</summary>
internal sealed class TestCommand(CommandSpec spec, Func<Turn, CancellationToken, ValueTask<Reply>> handle, Func<Turn, IReadOnlyList<OptionChoice>>? complete = null) : Command
{
    public override CommandSpec Spec => spec;

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation) => handle(turn, cancellation);

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) =>
        ValueTask.FromResult(complete?.Invoke(turn) ?? []);
}
