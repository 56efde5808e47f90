namespace NodeBot.Retrieval;

/// <summary>How far the making of vectors has come.</summary>
/// <param name="Done">Texts embedded.</param>
/// <param name="Total">Texts to embed.</param>
public readonly record struct EmbeddingProgress(int Done, int Total);
