using System.ClientModel;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace NodeBot.Retrieval.Embedding;

/// <summary>Makes the embedder that the settings ask for.</summary>
internal static class EmbedderFactory
{
    // OpenAI's client wants a key even where a local service asks for none.
    private const string NoKey = "none";

    /// <param name="options">Checked settings.</param>
    /// <param name="modelFolder">Holds the model that comes with NodeBot.</param>
    /// <returns>The embedder, or null for <see cref="EmbedderKind.None"/>.</returns>
    /// <exception cref="FileNotFoundException">The model's files are not there.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>>? Create(EmbedderOptions options, string modelFolder) => options.Kind switch
    {
        EmbedderKind.Onnx => CreateOnnx(options, modelFolder),
        EmbedderKind.OpenAI => new OpenAIClient(
                new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? NoKey : options.ApiKey),
                new OpenAIClientOptions { Endpoint = options.Endpoint })
            .GetEmbeddingClient(options.Model).AsIEmbeddingGenerator(),
        EmbedderKind.Ollama => new OllamaApiClient(options.Endpoint!, options.Model!),
        _ => null,
    };

    private static OnnxEmbedder CreateOnnx(EmbedderOptions options, string modelFolder)
    {
        var model = Path.Combine(modelFolder, OnnxEmbedder.ModelFile);
        if (!File.Exists(model))
            throw new FileNotFoundException($"The embedding model is missing: {model}. Restore knowledge/models, or set NodeBot:Embedder:Kind to None.", model);
        return new OnnxEmbedder(modelFolder, options.Concurrency);
    }
}
