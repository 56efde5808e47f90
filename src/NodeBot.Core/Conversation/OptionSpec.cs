namespace NodeBot.Core.Conversation;

/// <summary>Something that a command takes.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Description">One line, at most 100 characters (Discord's limit).</param>
/// <param name="Required">Whether the command needs it.</param>
/// <param name="MaxLength">Longest value of a text, in UTF-16 code units.</param>
public sealed record OptionSpec(string Name, string Description, bool Required, int MaxLength = 100)
{
    public OptionKind Kind { get; init; }

    /// <summary>The only values that a text may have; empty when it is free. At most 25 (Discord's limit).</summary>
    public IReadOnlyList<OptionChoice> Choices { get; init; } = [];

    /// <summary>Whether <see cref="Command.CompleteAsync"/> proposes values while a person types.</summary>
    public bool Completes { get; init; }
}
