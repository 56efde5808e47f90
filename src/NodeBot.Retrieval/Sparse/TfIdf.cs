namespace NodeBot.Retrieval.Sparse;

/// <summary>TF-IDF vectors of unit length, so that a sum of products with a question's unit vector is their cosine.</summary>
internal static class TfIdf
{
    /// <param name="documents">The terms of each document.</param>
    /// <returns>One unit vector for each; empty for a document without terms.</returns>
    public static IReadOnlyList<TermVector> Weigh(IReadOnlyList<IReadOnlyList<string>> documents)
    {
        var frequencies = TermVector.Count(documents.SelectMany(terms => terms.Distinct(StringComparer.Ordinal)));
        return [.. documents.Select(terms => Unit(terms, term => Bm25.Idf(documents.Count, frequencies[term])))];
    }

    /// <returns>A unit vector of the terms.</returns>
    public static TermVector Unit(IEnumerable<string> terms, Func<string, float> idf)
    {
        var counts = TermVector.Count(terms);
        float[] weights = [.. counts.Select(pair => pair.Value * idf(pair.Key))];
        var norm = MathF.Sqrt(weights.Sum(weight => weight * weight));
        if (norm > 0)
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] /= norm;
        }

        return new TermVector([.. counts.Keys], weights);
    }
}
