namespace NodeBot.Core.Evaluation;

/// <summary>A question and phrases of the knowledge, of which at least one must stand in a cited quote.</summary>
public sealed record AnswerableQuestion(string Q, IReadOnlyList<string> Evidence);
