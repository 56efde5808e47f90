namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>Holds when a question was answered with one of some values, or when a fact that the program works out holds.</summary>
/// <param name="Question">Id of the question; null for a fact.</param>
/// <param name="Is">Values of which one must be the answer; empty for a fact.</param>
/// <param name="Fact">One of <see cref="CaseFacts"/>; null for a question.</param>
public sealed record PlaybookCondition(string? Question, IReadOnlyList<string> Is, string? Fact);
