namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>The alias and where it points.</summary>
internal sealed record CreateAlias(string CollectionName, string AliasName);
