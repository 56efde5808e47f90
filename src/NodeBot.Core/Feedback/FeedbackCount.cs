namespace NodeBot.Core.Feedback;

/// <summary>How often something was said of a passage.</summary>
/// <param name="Passage">The passage's id.</param>
/// <param name="Verdict">What was said.</param>
/// <param name="Country">The country named with it; null for none.</param>
/// <param name="Count">By how many members.</param>
public sealed record FeedbackCount(string Passage, Verdict Verdict, string? Country, int Count);
