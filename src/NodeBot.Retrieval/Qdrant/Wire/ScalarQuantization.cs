namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Rounding each number to a byte.</summary>
internal sealed record ScalarQuantization(string Type, double Quantile, bool AlwaysRam);
