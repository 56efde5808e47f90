using NodeBot.Core.Knowledge;

namespace NodeBot;

/// <summary>The knowledge does not pass its checks: one line for each problem, with file, line and mend.</summary>
internal sealed class KnowledgeException(IReadOnlyList<KnowledgeProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems));
