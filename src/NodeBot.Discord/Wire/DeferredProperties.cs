namespace NodeBot.Discord.Wire;

/// <summary>Whether the later answer is for one person only: it cannot be changed any more.</summary>
internal sealed record DeferredProperties(int? Flags);
