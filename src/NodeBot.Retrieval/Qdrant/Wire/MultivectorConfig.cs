namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Several rows for one point; <c>max_sim</c> scores a point by its best row.</summary>
internal sealed record MultivectorConfig(string Comparator);
