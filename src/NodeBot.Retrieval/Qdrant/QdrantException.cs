namespace NodeBot.Retrieval.Qdrant;

/// <summary>Work on the index cannot go on. The message is one line that says what is wrong and how to mend it.</summary>
public sealed class QdrantException(string message) : Exception(message);
