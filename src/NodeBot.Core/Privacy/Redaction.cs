namespace NodeBot.Core.Privacy;

/// <summary>A text without what would tell who somebody is.</summary>
/// <param name="Text">The text, with a note in brackets for each thing that was taken out.</param>
/// <param name="Removed">What was taken out, in words, each kind once; empty when the text is as it was.</param>
public sealed record Redaction(string Text, IReadOnlyList<string> Removed);
