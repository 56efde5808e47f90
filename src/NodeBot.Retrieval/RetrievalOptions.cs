using NodeBot.Retrieval.Embedding;

namespace NodeBot.Retrieval;

/// <summary>Where retrieval finds and keeps its files.</summary>
/// <param name="KnowledgeFolder">The shipped knowledge: read only.</param>
/// <param name="DataFolder">What is made on this machine: vectors, saved indexes, calibrations.</param>
/// <param name="Embedder">The embedder's settings.</param>
public sealed record RetrievalOptions(string KnowledgeFolder, string DataFolder, EmbedderOptions Embedder);
