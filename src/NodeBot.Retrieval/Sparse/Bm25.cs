namespace NodeBot.Retrieval.Sparse;

/// <summary>BM25 over weighted fields (BM25F, Robertson and Zaragoza 2009, section 3.6): field counts are normalised, weighted, added, then saturated.</summary>
internal static class Bm25
{
    /// <summary>Term-frequency saturation; 1.2 is the usual value (Robertson and Zaragoza 2009, section 3.5).</summary>
    public const float K1 = 1.2f;

    /// <summary>Length normalisation; 0.75 is the usual value (same place).</summary>
    public const float B = 0.75f;

    /// <returns>BM25's idf with its +1, never negative: ln(1 + (N - df + 0.5) / (df + 0.5)).</returns>
    public static float Idf(int documents, int frequency) => MathF.Log(1 + ((documents - frequency + 0.5f) / (frequency + 0.5f)));

    /// <param name="documents">For each document, for each field, its terms.</param>
    /// <param name="fields">How many fields there are.</param>
    /// <returns>For each field its mean length in terms, 1 or more.</returns>
    public static float[] AverageLengths(IReadOnlyList<IReadOnlyList<string>[]> documents, int fields)
    {
        var averages = new float[fields];
        for (var f = 0; f < fields; f++)
            averages[f] = Math.Max(1, (float)documents.Sum(document => (long)document[f].Count) / Math.Max(1, documents.Count));
        return averages;
    }

    /// <param name="fields">For each field of a document its terms.</param>
    /// <param name="fieldWeights">One for each field, above 0.</param>
    /// <param name="averages">Mean length of each field over all documents.</param>
    /// <returns>The document's terms with their saturated weights without idf, each below K1 + 1.</returns>
    public static TermVector Weigh(IReadOnlyList<string>[] fields, float[] fieldWeights, float[] averages)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var f = 0; f < fields.Length; f++)
        {
            var norm = 1 - B + (B * fields[f].Count / averages[f]);
            foreach (var (term, count) in TermVector.Count(fields[f]))
                weights[term] = weights.GetValueOrDefault(term) + (fieldWeights[f] * count / norm);
        }

        return new TermVector([.. weights.Keys], [.. weights.Values.Select(tf => tf * (K1 + 1) / (tf + K1))]);
    }
}
