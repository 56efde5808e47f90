namespace NodeBot.Core.Knowledge;

/// <summary>Where a fact comes from: a name to show and, where there is one, an absolute http(s) address.</summary>
public sealed record SourceReference(string Name, string? Url);
