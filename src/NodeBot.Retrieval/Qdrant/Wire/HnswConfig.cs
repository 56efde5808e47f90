namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>The graph: edges of a node, width of the search while it is built.</summary>
internal sealed record HnswConfig(int M, int EfConstruct);
