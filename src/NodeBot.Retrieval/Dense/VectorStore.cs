using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace NodeBot.Retrieval.Dense;

/// <summary>
/// Vectors by the hash of the text that they were made from, so that only changed knowledge is embedded again.
/// On disk as half-precision numbers: the loss of cosine is below 0.001, far below that of the int8 model.
/// </summary>
internal sealed class VectorStore
{
    private const uint Magic = 0x3156424E; // "NBV1"
    private const int HashLength = 16;

    private readonly Dictionary<UInt128, float[]> _vectors = [];

    /// <param name="identity">The embedder's identity: vectors of another one are not read.</param>
    /// <param name="dimension">Length of a vector.</param>
    public VectorStore(string identity, int dimension)
    {
        Identity = identity;
        Dimension = dimension;
    }

    public string Identity { get; }

    public int Dimension { get; }

    public int Count => _vectors.Count;

    public float[]? Find(string text) => _vectors.GetValueOrDefault(Hash(text));

    public void Add(string text, float[] vector) => _vectors[Hash(text)] = vector;

    /// <summary>Forgets everything but these texts.</summary>
    public void Keep(IEnumerable<string> texts)
    {
        var wanted = texts.Select(Hash).ToHashSet();
        foreach (var hash in _vectors.Keys.Where(hash => !wanted.Contains(hash)).ToList())
            _vectors.Remove(hash);
    }

    /// <summary>Adds the vectors of a file. A missing, broken or foreign file adds none: its vectors are made again.</summary>
    public void Read(string path)
    {
        if (!File.Exists(path))
            return;
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            if (reader.ReadUInt32() != Magic || reader.ReadString() != Identity || reader.ReadInt32() != Dimension)
                return;
            var count = reader.ReadInt32();
            var row = new byte[HashLength + (Dimension * 2)];
            for (var i = 0; i < count; i++)
            {
                reader.BaseStream.ReadExactly(row);
                var vector = new float[Dimension];
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(row.AsSpan(HashLength)), vector);
                _vectors[MemoryMarshal.Read<UInt128>(row)] = vector;
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // Cut short by a crash or a full disk: what was read is good, the rest is made again.
        }
    }

    /// <summary>Replaces the file, whole or not at all.</summary>
    public void Write(string path) => AtomicFile.Write(path, stream =>
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Identity);
        writer.Write(Dimension);
        writer.Write(_vectors.Count);
        var halves = new Half[Dimension];
        Span<byte> key = stackalloc byte[HashLength];
        foreach (var (hash, vector) in _vectors.OrderBy(pair => pair.Key))
        {
            MemoryMarshal.Write(key, in hash);
            writer.Write(key);
            TensorPrimitives.ConvertToHalf(vector, halves);
            writer.Write(MemoryMarshal.AsBytes<Half>(halves));
        }
    });

    private static UInt128 Hash(string text) =>
        MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
