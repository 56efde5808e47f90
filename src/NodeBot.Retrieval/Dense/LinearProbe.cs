using System.Numerics.Tensors;

namespace NodeBot.Retrieval.Dense;

/// <summary>Logistic regression on vectors: the log-odds that a question is of the first kind rather than of the second.</summary>
internal sealed class LinearProbe
{
    // Enough for the averaged weights to settle; fixed order and seed, so that the same knowledge gives the same probe.
    private const int Epochs = 5;
    private const float LearningRate = 2f;
    private const float L2 = 1e-4f;

    // Examples that are told apart this well teach nothing more; passing over them makes training several times faster.
    private const float Settled = 0.02f;

    private readonly float[] _weights;
    private readonly float _bias;

    private LinearProbe(float[] weights, float bias)
    {
        _weights = weights;
        _bias = bias;
    }

    public float LogOdds(ReadOnlySpan<float> vector) => TensorPrimitives.Dot(_weights, vector) + _bias;

    /// <param name="vectors">Rows of both kinds.</param>
    /// <param name="from">The first row of the first kind.</param>
    /// <param name="to">The row after the last of the first kind; all others are of the second. Both kinds count the same in all.</param>
    public static LinearProbe Train(VectorTable vectors, int from, int to)
    {
        var firstKind = to - from;
        var secondKind = vectors.Count - firstKind;
        var weights = new float[vectors.Dimension];
        var sum = new float[vectors.Dimension];
        float bias = 0, biasSum = 0;
        if (firstKind == 0 || secondKind == 0)
            return new LinearProbe(weights, 0);

        float[] classWeights = [vectors.Count / (2f * firstKind), vectors.Count / (2f * secondKind)];
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        new Random(1).Shuffle(order);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var rate = LearningRate / (1 + epoch);
            foreach (var row in order)
            {
                var second = row < from || row >= to;
                var vector = vectors.Row(row);
                var p = 1 / (1 + MathF.Exp(-(TensorPrimitives.Dot(weights, vector) + bias)));
                var error = (second ? 0 : 1) - p;
                if (MathF.Abs(error) < Settled)
                    continue;
                var step = rate * classWeights[second ? 1 : 0] * error;
                TensorPrimitives.MultiplyAdd(vector, step, weights, weights);
                bias += step * 0.1f;
            }

            TensorPrimitives.Multiply(weights, MathF.Pow(1 - (rate * L2), order.Length), weights);
            TensorPrimitives.Add(sum, weights, sum);
            biasSum += bias;
        }

        TensorPrimitives.Divide(sum, Epochs, sum);
        return new LinearProbe(sum, biasSum / Epochs);
    }
}
