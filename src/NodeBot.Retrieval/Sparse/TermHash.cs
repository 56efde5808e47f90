using System.IO.Hashing;
using System.Text;

namespace NodeBot.Retrieval.Sparse;

/// <summary>Numbers for terms (XXH32), the same in every process, so that no list of terms must be kept or shared. Two terms in 4 billion meet.</summary>
internal static class TermHash
{
    private const int Short = 256;

    public static uint Of(string term)
    {
        var length = Encoding.UTF8.GetMaxByteCount(term.Length);
        Span<byte> bytes = length <= Short ? stackalloc byte[Short] : new byte[length];
        return XxHash32.HashToUInt32(bytes[..Encoding.UTF8.GetBytes(term, bytes)]);
    }
}
