namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>How to search dense vectors.</summary>
internal sealed record SearchParams(int? HnswEf, bool? Exact, QuantizationSearch? Quantization);
