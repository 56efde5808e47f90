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

    /// <summary>Cosine of every row with a question's unit vector.</summary>
    public void Score(ReadOnlySpan<float> question, Span<float> scores)
    {
        for (var row = 0; row < scores.Length; row++)
            scores[row] = TensorPrimitives.Dot(Row(row), question);
    }

    public static VectorTable From(int dimension, IReadOnlyList<float[]> rows)
    {
        var values = new float[dimension * rows.Count];
        for (var i = 0; i < rows.Count; i++)
            rows[i].CopyTo(values, i * dimension);
        return new VectorTable(dimension, values);
    }
}
