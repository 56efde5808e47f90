namespace NodeBot.Core.Conversation;

/// <summary>What was asked last.</summary>
/// <param name="Question">The question.</param>
/// <param name="Quote">What was quoted first; null when it was declined.</param>
public sealed record AskedBefore(string Question, string? Quote);
