namespace NodeBot.Core.Conversation;

/// <summary>A value that an option can take.</summary>
/// <param name="Label">What a person reads, at most 100 characters.</param>
/// <param name="Value">What the command gets, at most 100 characters.</param>
public sealed record OptionChoice(string Label, string Value);
