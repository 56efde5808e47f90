namespace NodeBot.Core.Evaluation;

/// <summary>A question that went wrong.</summary>
/// <param name="Question">The question.</param>
/// <param name="What">What went wrong: <c>declined</c>, <c>answered</c>, <c>not first</c> or <c>not in three</c>.</param>
/// <param name="Got">Id of the first citation, or empty.</param>
public sealed record EvaluationMiss(string Question, string What, string Got);
