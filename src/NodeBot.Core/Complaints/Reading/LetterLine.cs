namespace NodeBot.Core.Complaints.Reading;

/// <summary>A line of a letter.</summary>
/// <param name="Text">Without marks of quotation, trimmed.</param>
/// <param name="IsQuoted">Whether the sender forwards it.</param>
internal sealed record LetterLine(string Text, bool IsQuoted);
