using System.Runtime.InteropServices;

namespace NodeBot.Retrieval.Sparse;

/// <summary>
/// Postings of term weights in compressed rows: for each term, the documents that hold it. Immutable, thread-safe.
/// Document weights carry no idf; idf is applied to the question's side (as Qdrant's <c>idf</c> modifier does).
/// </summary>
internal sealed class InvertedIndex
{
    private const int Version = 1;

    private readonly Dictionary<string, int> _termIds;
    private readonly int[] _offsets;
    private readonly int[] _documents;
    private readonly float[] _weights;

    private InvertedIndex(int documentCount, Dictionary<string, int> termIds, int[] offsets, int[] documents, float[] weights)
    {
        DocumentCount = documentCount;
        _termIds = termIds;
        _offsets = offsets;
        _documents = documents;
        _weights = weights;
    }

    public int DocumentCount { get; }

    public static InvertedIndex Build(IReadOnlyList<TermVector> documents)
    {
        var termIds = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new List<int>();
        foreach (var document in documents)
        {
            foreach (var term in document.Terms)
            {
                if (termIds.TryAdd(term, counts.Count))
                    counts.Add(0);
                counts[termIds[term]]++;
            }
        }

        var offsets = new int[counts.Count + 1];
        for (var i = 0; i < counts.Count; i++)
            offsets[i + 1] = offsets[i] + counts[i];
        var ids = new int[offsets[^1]];
        var weights = new float[offsets[^1]];
        var next = offsets[..^1];
        for (var d = 0; d < documents.Count; d++)
        {
            for (var t = 0; t < documents[d].Terms.Length; t++)
            {
                var slot = next[termIds[documents[d].Terms[t]]]++;
                ids[slot] = d;
                weights[slot] = documents[d].Weights[t];
            }
        }

        return new InvertedIndex(documents.Count, termIds, offsets, ids, weights);
    }

    /// <returns>Every term with the documents that hold it and its weight there.</returns>
    public IEnumerable<(string Term, int Document, float Weight)> Postings() =>
        _termIds.SelectMany(pair => Enumerable.Range(_offsets[pair.Value], _offsets[pair.Value + 1] - _offsets[pair.Value]), (pair, slot) => (pair.Key, _documents[slot], _weights[slot]));

    /// <returns>In how many documents the term stands.</returns>
    public int DocumentFrequency(string term) =>
        _termIds.TryGetValue(term, out var id) ? _offsets[id + 1] - _offsets[id] : 0;

    /// <summary>Adds <paramref name="queryWeight"/> times each document's weight of the term.</summary>
    /// <param name="term">The term.</param>
    /// <param name="queryWeight">Usually the term's idf.</param>
    /// <param name="scores">One for each document.</param>
    /// <param name="presence">One for each document that counts the query weight of the terms it holds, or empty.</param>
    public void Accumulate(string term, float queryWeight, Span<float> scores, Span<float> presence)
    {
        if (!_termIds.TryGetValue(term, out var id))
            return;
        var from = _offsets[id];
        var documents = _documents.AsSpan(from, _offsets[id + 1] - from);
        var weights = _weights.AsSpan(from, documents.Length);
        for (var i = 0; i < documents.Length; i++)
            scores[documents[i]] += queryWeight * weights[i];
        if (presence.IsEmpty)
            return;
        foreach (var document in documents)
            presence[document] += queryWeight;
    }

    public void Save(BinaryWriter to)
    {
        to.Write(Version);
        to.Write(DocumentCount);
        to.Write(_termIds.Count);
        foreach (var (term, _) in _termIds.OrderBy(pair => pair.Value))
            to.Write(term);
        to.Write(MemoryMarshal.AsBytes<int>(_offsets));
        to.Write(MemoryMarshal.AsBytes<int>(_documents));
        to.Write(MemoryMarshal.AsBytes<float>(_weights));
    }

    /// <exception cref="InvalidDataException">The stream holds something else, or an older version.</exception>
    public static InvertedIndex Load(BinaryReader from)
    {
        if (from.ReadInt32() != Version)
            throw new InvalidDataException("The saved index has another version.");
        var documentCount = from.ReadInt32();
        var terms = from.ReadInt32();
        var termIds = new Dictionary<string, int>(terms, StringComparer.Ordinal);
        for (var i = 0; i < terms; i++)
            termIds.Add(from.ReadString(), i);
        var offsets = Read<int>(from, terms + 1);
        var documents = Read<int>(from, offsets[^1]);
        return new InvertedIndex(documentCount, termIds, offsets, documents, Read<float>(from, offsets[^1]));
    }

    private static T[] Read<T>(BinaryReader from, int count)
        where T : unmanaged
    {
        var values = new T[count];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
