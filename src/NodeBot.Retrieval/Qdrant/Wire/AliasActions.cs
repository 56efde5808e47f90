namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>POST /collections/aliases</c>. One action only: a list of them is no transaction.</summary>
internal sealed record AliasActions(IReadOnlyList<AliasAction> Actions);
