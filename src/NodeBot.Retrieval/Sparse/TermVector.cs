namespace NodeBot.Retrieval.Sparse;

/// <summary>Terms with their weights, each term once.</summary>
internal sealed record TermVector(string[] Terms, float[] Weights)
{
    /// <returns>Each distinct term with how often it stands in <paramref name="terms"/>.</returns>
    public static Dictionary<string, int> Count(IEnumerable<string> terms)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in terms)
            counts[term] = counts.GetValueOrDefault(term) + 1;
        return counts;
    }
}
