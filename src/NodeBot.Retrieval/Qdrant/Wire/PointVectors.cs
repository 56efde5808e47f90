namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A point's vectors.</summary>
/// <param name="Dense">One row for each text and each question. Null where it was not asked for.</param>
/// <param name="Words">BM25 weights by term. Null where it was not asked for.</param>
internal sealed record PointVectors(IReadOnlyList<float[]>? Dense, SparseVector? Words)
{
    /// <summary>Name of the dense vector.</summary>
    public const string DenseName = "dense";

    /// <summary>Name of the sparse vector.</summary>
    public const string WordsName = "words";
}
