namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>Phrases that speak for a kind of letter.</summary>
/// <param name="Weight">1 weak, 2 medium, 3 strong, 5 decisive; below zero against it.</param>
/// <param name="Phrases">By ISO 639-1 code; lower case; a trailing <c>*</c> stands for any ending of the word.</param>
public sealed record Cue(int Weight, IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases);
