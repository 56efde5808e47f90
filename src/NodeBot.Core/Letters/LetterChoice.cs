namespace NodeBot.Core.Letters;

/// <summary>A value that a field can have.</summary>
/// <param name="Value">Lower-case letters, digits and '_'.</param>
/// <param name="Label">By language.</param>
public sealed record LetterChoice(string Value, IReadOnlyDictionary<string, string> Label);
