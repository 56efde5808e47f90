namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>How to search rounded vectors. The server scores by the rounded ones unless told to rescore.</summary>
internal sealed record QuantizationSearch(bool Rescore, double Oversampling);
