using NodeBot.Retrieval.Dense;

namespace NodeBot.Retrieval.Embedded;

/// <summary>The vectors: one for each text and for each question, and a probe that tells the two kinds of question apart. Immutable, thread-safe.</summary>
internal sealed class DenseSide
{
    private DenseSide(VectorTable texts, VectorTable questions, LinearProbe probe)
    {
        Texts = texts;
        Questions = questions;
        Probe = probe;
    }

    /// <summary>Rows as <see cref="IndexContents.Texts"/>.</summary>
    public VectorTable Texts { get; }

    /// <summary>Rows as <see cref="IndexContents.Questions"/>.</summary>
    public VectorTable Questions { get; }

    public LinearProbe Probe { get; }

    /// <summary>The texts that must have a vector, as they are given to the embedder.</summary>
    public static IEnumerable<string> TextsToEmbed(IndexContents contents, string questionPrefix) =>
        contents.Texts.Select(text => text.Text).Concat(contents.Questions.Select(question => questionPrefix + question.Text));

    /// <param name="contents">What is searched.</param>
    /// <param name="questionPrefix">As the embedder's profile says.</param>
    /// <param name="vectors">Holds a vector for each of <see cref="TextsToEmbed"/>.</param>
    public static DenseSide Build(IndexContents contents, string questionPrefix, VectorStore vectors)
    {
        float[] Vector(string text) => vectors.Find(text) ?? throw new InvalidOperationException("A text has no vector.");
        var texts = VectorTable.From(vectors.Dimension, [.. contents.Texts.Select(text => Vector(text.Text))]);
        var questions = VectorTable.From(vectors.Dimension, [.. contents.Questions.Select(question => Vector(questionPrefix + question.Text))]);
        return new DenseSide(texts, questions, LinearProbe.Train(questions, contents.Anticipated));
    }
}
