namespace NodeBot.Retrieval.Embedding;

/// <summary>Where vectors come from.</summary>
public enum EmbedderKind
{
    /// <summary>The model that comes with NodeBot, in this process.</summary>
    Onnx,

    /// <summary>Any endpoint that speaks OpenAI's embeddings API.</summary>
    OpenAI,

    /// <summary>An Ollama server.</summary>
    Ollama,

    /// <summary>No vectors: search works on words alone.</summary>
    None,
}
