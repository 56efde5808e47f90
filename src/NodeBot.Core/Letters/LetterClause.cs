namespace NodeBot.Core.Letters;

/// <summary>A unit of content that every language of a letter carries.</summary>
/// <param name="Id">Lower-case words joined by '-'.</param>
/// <param name="Text">Liquid, by language.</param>
/// <param name="Passages">Ids of the passages that its claims about law rest on; empty when it makes none.</param>
public sealed record LetterClause(string Id, IReadOnlyDictionary<string, string> Text, IReadOnlyList<string> Passages);
