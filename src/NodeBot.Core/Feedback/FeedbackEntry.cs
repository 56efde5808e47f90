namespace NodeBot.Core.Feedback;

/// <summary>A verdict on an answer. The question is not part of it.</summary>
/// <param name="Community">Where.</param>
/// <param name="Member">Whose; the store keeps only a keyed hash of it.</param>
/// <param name="Passage">Id of the passage that the answer quoted first.</param>
/// <param name="Verdict">What was said.</param>
/// <param name="Country">The country that it is wrong for, as the member wrote it, at most 60 characters; null when none was named.</param>
public sealed record FeedbackEntry(string Community, string Member, string Passage, Verdict Verdict, string? Country);
