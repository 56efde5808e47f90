namespace NodeBot.Core.Knowledge;

/// <summary>Questions that sound as if the knowledge answered them, though it does not: what the evidence check compares against.</summary>
public sealed record NeighbouringTopic(string Topic, IReadOnlyList<string> Questions);
