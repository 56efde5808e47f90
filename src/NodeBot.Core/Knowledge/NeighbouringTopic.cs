namespace NodeBot.Core.Knowledge;

/// <summary>Questions that sound as if the knowledge answered them, though it does not: what the evidence check compares against.</summary>
/// <param name="Topic">Short name.</param>
/// <param name="Decline">What to tell who asks such a question, and what they can do instead.</param>
/// <param name="Questions">As people ask them.</param>
public sealed record NeighbouringTopic(string Topic, string Decline, IReadOnlyList<string> Questions);
