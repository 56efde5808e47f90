using Microsoft.Extensions.AI;
using NodeBot.Core.Evaluation;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Retrieval;

/// <summary>Vectors as files, <c>vectors/IDENTITY.vec</c>, and what their names tell about an embedder.</summary>
internal static class VectorFiles
{
    public static string Path(string folder, string identity) => System.IO.Path.Combine(folder, "vectors", identity + ".vec");

    /// <returns>The profile of a remote embedder that was used before: its dimension is the end of the file's name. Null when it was not.</returns>
    public static EmbedderProfile? KnownProfile(RetrievalOptions options)
    {
        var folder = System.IO.Path.Combine(options.DataFolder, "vectors");
        if (options.Embedder.Kind == EmbedderKind.None || !Directory.Exists(folder))
            return null;
        var unknown = Profile(options.Embedder, 0);
        var prefix = unknown.Identity[..^1];
        return Directory.GetFiles(folder, prefix + "*.vec")
            .Select(path => System.IO.Path.GetFileNameWithoutExtension(path)[prefix.Length..])
            .Where(rest => int.TryParse(rest, System.Globalization.CultureInfo.InvariantCulture, out _))
            .Select(rest => unknown with { Dimension = int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture) })
            .FirstOrDefault();
    }

    /// <summary>Embeds a word to learn the dimension of a remote embedder.</summary>
    public static async Task<EmbedderProfile> AskProfileAsync(IEmbeddingGenerator<string, Embedding<float>> embedder, EmbedderOptions options, CancellationToken cancellation)
    {
        var vector = await embedder.GenerateVectorAsync("node", cancellationToken: cancellation).ConfigureAwait(false);
        return Profile(options, vector.Length);
    }

    /// <returns>The questions that calibrations are fitted on.</returns>
    public static EvaluationSet TuningQuestions(string knowledgeFolder) =>
        EvaluationSet.Join(Directory.GetFiles(System.IO.Path.Combine(knowledgeFolder, "evaluation"), "tuning*.json")
            .Order(StringComparer.Ordinal)
            .Select(path => EvaluationSet.Parse(File.ReadAllText(path))));

    private static EmbedderProfile Profile(EmbedderOptions options, int dimension) =>
        new($"{options.Kind}-{options.Model}".ToLowerInvariant(), dimension, options.QuestionPrefix);
}
