using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Dense;
using NodeBot.Retrieval.Embedded;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>
/// A score card's numbers as bytes, kept in a point's payload: a reader that meets an unknown passage need not analyse its text,
/// nor read its vectors as JSON. Vectors are of half precision, as in the files of shipped vectors.
/// </summary>
internal static class CardBytes
{
    private const byte Version = 1;

    public static byte[] Write(ScoreCard card)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(card.TextCount);
        writer.Write(card.Facts.Length);
        foreach (var fact in card.Facts)
            writer.Write(fact);
        writer.Write(card.Words.Count);
        foreach (var (term, weight) in card.Words)
        {
            writer.Write(term);
            writer.Write(weight);
        }

        writer.Write(card.QuestionWords.Count);
        foreach (var (term, questions) in card.QuestionWords)
        {
            writer.Write(term);
            writer.Write(questions.Length);
            foreach (var (question, weight) in questions)
            {
                writer.Write(question);
                writer.Write(weight);
            }
        }

        Write(writer, card.Vectors);
        writer.Flush();
        return stream.ToArray();
    }

    /// <returns>The card without a probe; null when the bytes are not those of a card.</returns>
    public static ScoreCard? Read(Passage passage, byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
            if (reader.ReadByte() != Version)
                return null;
            var texts = reader.ReadInt32();
            var facts = new int[Count(reader, bytes)];
            for (var i = 0; i < facts.Length; i++)
                facts[i] = reader.ReadInt32();
            var words = new Dictionary<uint, float>();
            for (var i = Count(reader, bytes); i > 0; i--)
                words[reader.ReadUInt32()] = reader.ReadSingle();
            var questionWords = new Dictionary<uint, (int, float)[]>();
            for (var i = Count(reader, bytes); i > 0; i--)
            {
                var term = reader.ReadUInt32();
                var questions = new (int, float)[Count(reader, bytes)];
                for (var q = 0; q < questions.Length; q++)
                    questions[q] = (reader.ReadInt32(), reader.ReadSingle());
                questionWords[term] = questions;
            }

            var card = new ScoreCard(passage, facts, texts, words, questionWords, ReadVectors(reader, bytes), null);
            return IsSound(card) ? card : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsSound(ScoreCard card) =>
        card.TextCount >= 0 && card.TextCount <= 1000
        && card.Facts.All(fact => fact >= IndexedQuestion.WholeText && fact < card.Passage.Facts.Count)
        && card.QuestionWords.Values.All(questions => questions.All(pair => pair.Question >= 0 && pair.Question < card.Facts.Length))
        && (card.Vectors is null || card.Vectors.Count == card.TextCount + card.Facts.Length);

    // Nothing can be longer than the bytes that hold it: a broken number must not ask for memory.
    private static int Count(BinaryReader reader, byte[] bytes)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= bytes.Length ? count : throw new InvalidDataException("The card's bytes are broken.");
    }

    private static void Write(BinaryWriter writer, VectorTable? vectors)
    {
        writer.Write(vectors?.Dimension ?? 0);
        writer.Write(vectors?.Count ?? 0);
        if (vectors is null)
            return;
        var halves = new Half[vectors.Dimension];
        for (var row = 0; row < vectors.Count; row++)
        {
            TensorPrimitives.ConvertToHalf(vectors.Row(row), halves);
            writer.Write(MemoryMarshal.AsBytes<Half>(halves));
        }
    }

    private static VectorTable? ReadVectors(BinaryReader reader, byte[] bytes)
    {
        var dimension = Count(reader, bytes);
        var rows = Count(reader, bytes);
        if (dimension == 0)
            return null;
        var halves = MemoryMarshal.Cast<byte, Half>(bytes.AsSpan((int)reader.BaseStream.Position));
        if (halves.Length != (long)dimension * rows)
            throw new InvalidDataException("The card's vectors are cut short.");
        var values = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, values);
        return new VectorTable(dimension, values);
    }
}
