namespace NodeBot.Retrieval.Embedding;

/// <summary>Settings under <c>NodeBot:Embedder</c>.</summary>
public sealed class EmbedderOptions
{
    public EmbedderKind Kind { get; set; } = EmbedderKind.Onnx;

    /// <summary>Absolute http(s) address: for OpenAI-compatible services including the version (<c>https://host/v1</c>), for Ollama its root.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name as the service knows it.</summary>
    public string? Model { get; set; }

    /// <summary>Sent as a bearer token to OpenAI-compatible services; never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Put before questions, for models that ask for it.</summary>
    public string QuestionPrefix { get; set; } = "";

    /// <summary>Questions embedded at once by the model in this process, each on one thread.</summary>
    public int Concurrency { get; set; } = Environment.ProcessorCount;

    /// <returns>What is wrong with the settings and how to mend it, or null.</returns>
    public string? Problem()
    {
        if (Concurrency is < 1 or > 256)
            return $"NodeBot:Embedder:Concurrency is {Concurrency}; set it to a number from 1 to 256.";
        if (Kind is EmbedderKind.Onnx or EmbedderKind.None)
            return null;
        if (Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            return $"NodeBot:Embedder:Endpoint must be an absolute http(s) address when Kind is {Kind}, such as http://localhost:11434.";
        if (string.IsNullOrWhiteSpace(Model))
            return $"NodeBot:Embedder:Model is missing; name the embedding model of the {Kind} service.";
        return null;
    }
}
