namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Points an alias at a collection; one that exists is simply pointed elsewhere.</summary>
internal sealed record AliasAction(CreateAlias CreateAlias);
