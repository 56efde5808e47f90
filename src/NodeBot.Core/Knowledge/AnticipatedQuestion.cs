namespace NodeBot.Core.Knowledge;

/// <summary>A question that a passage (or nothing, for a neighbouring one) answers. Searched, never shown as the passage's text.</summary>
/// <param name="Text">The question as an operator would type it.</param>
/// <param name="Language">ISO 639-1 code, such as <c>en</c> or <c>uk</c>.</param>
public sealed record AnticipatedQuestion(string Text, string Language);
