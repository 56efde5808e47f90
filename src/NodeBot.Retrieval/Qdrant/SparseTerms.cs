using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Terms as sparse vectors: a term's index is a hash of it, so that no list of terms must be kept or shared.</summary>
internal static class SparseTerms
{
    /// <returns>A sparse vector; the weights of terms that meet in one index (one pair in 4 billion) are added, weights of 0 left out.</returns>
    public static SparseVector Vector(IEnumerable<KeyValuePair<string, float>> weights)
    {
        var byIndex = new SortedDictionary<uint, float>();
        foreach (var (term, weight) in weights)
        {
            if (weight != 0 && float.IsFinite(weight))
                byIndex[Index(term)] = byIndex.GetValueOrDefault(Index(term)) + weight;
        }

        return new SparseVector([.. byIndex.Keys], [.. byIndex.Values]);
    }

    private static uint Index(string term) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(term)));
}
