namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>GET /aliases</c>.</summary>
internal sealed record AliasList(IReadOnlyList<CreateAlias> Aliases);
