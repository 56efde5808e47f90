using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>What a look at the index gave.</summary>
/// <param name="State">Whether it can be used.</param>
/// <param name="Message">One line: what is wrong and what mends it; empty when nothing is.</param>
/// <param name="Collection">The collection behind the alias, if any.</param>
/// <param name="Identity">What it was made with, if it is ours.</param>
/// <param name="Failure">Why Qdrant could not be asked.</param>
internal sealed record IndexFinding(IndexState State, string Message, string? Collection = null, IndexIdentity? Identity = null, QdrantFailure? Failure = null);
