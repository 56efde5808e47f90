namespace NodeBot.Core.Knowledge;

/// <summary>Either the knowledge, or every problem that was found; never both.</summary>
public sealed record KnowledgeLoadResult(KnowledgeBase? Knowledge, IReadOnlyList<KnowledgeProblem> Problems);
