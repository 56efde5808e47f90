using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Weights of terms as sparse vectors.</summary>
internal static class SparseTerms
{
    /// <returns>A sparse vector with each index once; weights of 0 and those that are no numbers are left out.</returns>
    public static SparseVector Vector(IEnumerable<KeyValuePair<uint, float>> weights)
    {
        var byIndex = new SortedDictionary<uint, float>();
        foreach (var (index, weight) in weights)
        {
            if (weight != 0 && float.IsFinite(weight))
                byIndex[index] = byIndex.GetValueOrDefault(index) + weight;
        }

        return new SparseVector([.. byIndex.Keys], [.. byIndex.Values]);
    }
}
