using System.Numerics.Tensors;

namespace NodeBot.Retrieval.Dense;

/// <summary>Scales vectors to length 1, so that a dot product is a cosine.</summary>
internal static class Unit
{
    /// <returns>A new vector of length 1; zeros stay zeros.</returns>
    public static float[] Of(ReadOnlySpan<float> vector)
    {
        var unit = vector.ToArray();
        var norm = TensorPrimitives.Norm<float>(unit);
        if (norm > 0)
            TensorPrimitives.Divide(unit, norm, unit);
        return unit;
    }
}
