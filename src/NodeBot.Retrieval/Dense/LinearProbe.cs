using System.Numerics.Tensors;

namespace NodeBot.Retrieval.Dense;

/// <summary>Logistic regression on vectors: the log-odds that a question is of the first kind rather than of the second.</summary>
internal sealed class LinearProbe
{
    // Enough for the averaged weights to settle; fixed order and seed, so that the same knowledge gives the same probe.
    private const int Epochs = 12;
    private const float LearningRate = 2f;
    private const float L2 = 1e-4f;

    private readonly float[] _weights;
    private readonly float _bias;

    private LinearProbe(float[] weights, float bias)
    {
        _weights = weights;
        _bias = bias;
    }

    public float LogOdds(ReadOnlySpan<float> vector) => TensorPrimitives.Dot(_weights, vector) + _bias;

    /// <param name="vectors">Rows of the first kind, then rows of the second.</param>
    /// <param name="firstKind">How many rows are of the first kind; both kinds count the same in all.</param>
    public static LinearProbe Train(VectorTable vectors, int firstKind)
    {
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
                var second = row >= firstKind;
                var vector = vectors.Row(row);
                var p = 1 / (1 + MathF.Exp(-(TensorPrimitives.Dot(weights, vector) + bias)));
                var step = rate * classWeights[second ? 1 : 0] * ((second ? 0 : 1) - p);
                TensorPrimitives.Multiply(weights, 1 - (rate * L2), weights);
                TensorPrimitives.MultiplyAdd(vector, step, weights, weights);
                bias += step * 0.1f;
            }

            TensorPrimitives.Add(sum, weights, sum);
            biasSum += bias;
        }

        TensorPrimitives.Divide(sum, Epochs, sum);
        return new LinearProbe(sum, biasSum / Epochs);
    }
}
