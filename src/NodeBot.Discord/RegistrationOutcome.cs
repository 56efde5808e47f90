namespace NodeBot.Discord;

/// <summary>What registering commands did, or would do.</summary>
/// <param name="Differences">A line for each command that differed; none when all was as it should be.</param>
/// <param name="Problem">What is wrong and how to mend it; null when all went well.</param>
public sealed record RegistrationOutcome(IReadOnlyList<string> Differences, string? Problem);
