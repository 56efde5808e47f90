namespace NodeBot.Core.Retrieval;

/// <summary>The identity and the state of an index.</summary>
/// <param name="Passages">How many passages can be cited.</param>
/// <param name="Embedder">Name of the embedding model, or null when the index works on words alone.</param>
/// <param name="Dimension">Length of the model's vectors; 0 without one.</param>
/// <param name="Notice">One line for the operator when something is missing or still under way; null when all is well.</param>
public sealed record IndexStatus(int Passages, string? Embedder, int Dimension, string? Notice);
