namespace NodeBot.Core.Conversation;

/// <summary>A text that a command takes.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Description">One line.</param>
/// <param name="Required">Whether the command needs it.</param>
/// <param name="MaxLength">Longest value, in UTF-16 code units.</param>
public sealed record OptionSpec(string Name, string Description, bool Required, int MaxLength);
