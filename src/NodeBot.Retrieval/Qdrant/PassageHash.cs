using System.Security.Cryptography;
using System.Text.Json;
using NodeBot.Core.Knowledge;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Tells whether two copies of a passage with its notes are the same.</summary>
internal static class PassageHash
{
    /// <returns>32 hexadecimal digits.</returns>
    public static string Of(Passage passage, IReadOnlyList<Passage> notes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(passage, PassageJson.Default.Passage));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(notes, PassageJson.Default.IReadOnlyListPassage));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    /// <returns>Of the shipped knowledge, whole.</returns>
    public static string Of(KnowledgeBase knowledge)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var passage in knowledge.Passages)
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(passage, PassageJson.Default.Passage));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
