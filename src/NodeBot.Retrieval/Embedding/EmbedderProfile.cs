namespace NodeBot.Retrieval.Embedding;

/// <summary>What an index must know about the model behind an <c>IEmbeddingGenerator</c>.</summary>
/// <param name="Name">Identity of the model; together with <paramref name="Dimension"/> part of the index's identity.</param>
/// <param name="Dimension">Length of its vectors.</param>
/// <param name="QuestionPrefix">Put before questions, not before passages; empty for models that want none.</param>
/// <param name="UnknownLanguages">Languages whose questions are searched by words alone, because the model does not know their script.</param>
internal sealed record EmbedderProfile(string Name, int Dimension, string QuestionPrefix, params string[] UnknownLanguages)
{
    /// <summary>Safe as part of a file name.</summary>
    public string Identity =>
        string.Concat($"{Name}-{Dimension}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));

    /// <returns>Whether questions of this language are worth embedding.</returns>
    public bool Knows(string language) => !UnknownLanguages.Contains(language);
}
