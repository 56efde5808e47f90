using System.Numerics.Tensors;

namespace NodeBot.Retrieval.Dense;

/// <summary>Unit vectors in one block of memory, row by row.</summary>
/// <param name="dimension">Length of a vector.</param>
/// <param name="values">Rows times <paramref name="dimension"/> values.</param>
internal sealed class VectorTable(int dimension, float[] values)
{
    public int Dimension => dimension;

    public int Count => values.Length / dimension;

    public ReadOnlySpan<float> Row(int row) => values.AsSpan(row * dimension, dimension);

    /// <summary>Cosines of rows with a question's unit vector.</summary>
    /// <param name="question">The question.</param>
    /// <param name="scores">One for each row, from <paramref name="from"/> on.</param>
    /// <param name="from">The first row.</param>
    public void Score(ReadOnlySpan<float> question, Span<float> scores, int from = 0)
    {
        for (var i = 0; i < scores.Length; i++)
            scores[i] = TensorPrimitives.Dot(Row(from + i), question);
    }

    public static VectorTable From(int dimension, IReadOnlyList<float[]> rows)
    {
        var values = new float[dimension * rows.Count];
        for (var i = 0; i < rows.Count; i++)
            rows[i].CopyTo(values, i * dimension);
        return new VectorTable(dimension, values);
    }
}
