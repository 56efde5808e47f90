using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Dense;

namespace NodeBot.Retrieval.Embedded;

/// <summary>The vectors: one for each text and for each question, and a probe that tells the two kinds of question apart. Immutable, thread-safe.</summary>
internal sealed class DenseSide
{
    private readonly LinearProbe?[] _passageProbes;

    private DenseSide(VectorTable texts, VectorTable questions, LinearProbe probe, LinearProbe?[] passageProbes)
    {
        Texts = texts;
        Questions = questions;
        Probe = probe;
        _passageProbes = passageProbes;
    }

    /// <summary>Rows as <see cref="IndexContents.Texts"/>.</summary>
    public VectorTable Texts { get; }

    /// <summary>Rows as <see cref="IndexContents.Questions"/>.</summary>
    public VectorTable Questions { get; }

    public LinearProbe Probe { get; }

    /// <summary>How likely each passage's probe thinks it that the question is one of its own; 0 for passages without one.</summary>
    public void ScorePassages(ReadOnlySpan<float> question, Span<float> scores)
    {
        for (var p = 0; p < scores.Length; p++)
            scores[p] = Likelihood(_passageProbes[p], question);
    }

    /// <returns>From 0 to 1; 0 without a probe.</returns>
    public static float Likelihood(LinearProbe? probe, ReadOnlySpan<float> question) =>
        probe is null ? 0 : 1 / (1 + MathF.Exp(-probe.LogOdds(question)));

    public LinearProbe? PassageProbe(int passage) => _passageProbes[passage];

    /// <summary>The texts that must have a vector, as they are given to the embedder.</summary>
    public static IEnumerable<string> TextsToEmbed(IndexContents contents, string questionPrefix) =>
        contents.Texts.Concat(contents.Questions.Select(question => questionPrefix + question.Text));

    /// <param name="contents">What is searched.</param>
    /// <param name="questionPrefix">As the embedder's profile says.</param>
    /// <param name="vectors">Holds a vector for each of <see cref="TextsToEmbed"/>.</param>
    public static DenseSide Build(IndexContents contents, string questionPrefix, VectorStore vectors)
    {
        float[] Vector(string text) => vectors.Find(text) ?? throw new InvalidOperationException("A text has no vector.");
        var texts = VectorTable.From(vectors.Dimension, [.. contents.Texts.Select(Vector)]);
        var questions = VectorTable.From(vectors.Dimension, [.. contents.Questions.Select(question => Vector(questionPrefix + question.Text))]);
        return new DenseSide(texts, questions, LinearProbe.Train(questions, 0, contents.Rows.Anticipated), PassageProbes(contents, questions));
    }

    // A probe needs examples; passages with few or no questions are found by the other signals.
    private static LinearProbe?[] PassageProbes(IndexContents contents, VectorTable questions)
    {
        var probes = new LinearProbe?[contents.Passages.Count];
        Parallel.For(0, probes.Length, p =>
        {
            var (from, to) = (contents.Rows.QuestionStarts[p], contents.Rows.QuestionStarts[p + 1]);
            if (to - from >= KnowledgeLoader.QuestionsPerPassage)
                probes[p] = LinearProbe.Train(questions, from, to);
        });
        return probes;
    }
}
