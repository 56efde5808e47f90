using Microsoft.Extensions.AI;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Dense;

namespace NodeBot.Benchmarks;

/// <summary>
/// Passages of 60 words drawn by Zipf's law, with vectors in clusters: texts of one topic are near each other, as real ones are.
/// The same seed gives the same, so that nothing of a million need be kept.
/// </summary>
internal sealed class MadeUpKnowledge(int dimension)
{
    public const int WordsPerPassage = 60;
    public const int Vocabulary = 50_000;
    private const int Topics = 2000;

    // Cosine of two texts of one topic is then about 0.6, as between real passages on one matter.
    private const float Spread = 0.8f;

    private readonly float[][] _topics = [.. Enumerable.Range(0, Topics).Select(i => Gaussian(new Random(i), dimension))];
    private readonly ZipfWords _words = new(new Random(1), Vocabulary);

    public Passage Passage(int i) => new()
    {
        Id = FormattableString.Invariant($"answer/bench/p{i}"),
        Source = PassageSource.Answer,
        Title = _words.Next() + " " + _words.Next(),
        Section = "Bench",
        Text = string.Join(' ', Enumerable.Range(0, WordsPerPassage).Select(_ => _words.Next())) + FormattableString.Invariant($" {i}"),
        Language = "en",
        AsOf = "2026",
        Sources = [new SourceReference("bench", null)],
    };

    public float[] Vector(int i)
    {
        var random = new Random(i + 100_000);
        var topic = _topics[random.Next(Topics)];
        var noise = Gaussian(random, dimension);
        return Unit.Of([.. topic.Zip(noise, (t, n) => t + (Spread * n))]);
    }

    /// <returns>A question of 9 words, made different by its number.</returns>
    public string Question(int i) => string.Join(' ', Enumerable.Range(0, 9).Select(_ => _words.Next())) + FormattableString.Invariant($" q{i}");

    /// <summary>Gives each question a vector near some topic, in no time: the model is measured elsewhere.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Embedder() => new Generator(this);

    private static float[] Gaussian(Random random, int dimension)
    {
        var values = new float[dimension];
        for (var i = 0; i < dimension; i += 2)
        {
            var (radius, angle) = (Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), Math.Tau * random.NextDouble());
            values[i] = (float)(radius * Math.Cos(angle));
            if (i + 1 < dimension)
                values[i + 1] = (float)(radius * Math.Sin(angle));
        }

        return values;
    }

    private sealed class Generator(MadeUpKnowledge knowledge) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(knowledge.Vector(-1 - Math.Abs(Seed(text)))))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private static int Seed(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)) % 1_000_000;
    }
}
