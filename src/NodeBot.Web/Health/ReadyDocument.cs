namespace NodeBot.Web.Health;

/// <summary>What <c>/readyz</c> says.</summary>
/// <param name="Status"><c>ready</c>, or <c>degraded</c> when answers come from words alone.</param>
/// <param name="Passages">How many passages can be cited.</param>
/// <param name="Embedder">Name of the embedding model; null without one.</param>
/// <param name="Notice">What is missing, for the operator; null when all is well.</param>
public sealed record ReadyDocument(string Status, int Passages, string? Embedder, string? Notice);
