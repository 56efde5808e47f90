using System.Security.Cryptography;
using System.Text;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Ids of points: a UUID of version 5 (RFC 9562, section 5.5) of the passage's id, so that writing a passage twice is writing it once.</summary>
internal static class PointId
{
    // A random UUID, made for this purpose; it must never change.
    private static readonly Guid Namespace = new("6f6d3f0e-9c0b-4a54-8c39-0d5b3e6a71c2");

    public static Guid Of(string passageId)
    {
        Span<byte> name = [.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(passageId)];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1; nothing secret rests on it.
        var hash = SHA1.HashData(name).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
