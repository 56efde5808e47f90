namespace NodeBot.Core.Knowledge;

/// <summary>One thing that a passage states, and the questions that it answers.</summary>
/// <param name="Evidence">Words that stand verbatim in the passage, within one sentence. Empty for a note's questions, which concern its whole text.</param>
/// <param name="Questions">At least two.</param>
public sealed record Fact(string Evidence, IReadOnlyList<AnticipatedQuestion> Questions);
