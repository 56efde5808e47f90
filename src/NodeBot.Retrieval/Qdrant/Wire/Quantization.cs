namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Vectors rounded, to be held in memory.</summary>
internal sealed record Quantization(ScalarQuantization Scalar);
