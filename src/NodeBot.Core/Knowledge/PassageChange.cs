namespace NodeBot.Core.Knowledge;

/// <summary>An entry of the outbox.</summary>
/// <param name="Sequence">Its number: without gaps, in the order of the commits.</param>
/// <param name="At">When it was written.</param>
/// <param name="State">The passage's present state.</param>
public sealed record PassageChange(long Sequence, DateTimeOffset At, StoredPassage State);
