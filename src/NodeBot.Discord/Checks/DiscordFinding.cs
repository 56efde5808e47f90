namespace NodeBot.Discord.Checks;

/// <summary>A line of the doctor.</summary>
/// <param name="IsGood">Whether all is well.</param>
/// <param name="Line">What was found, and how to mend it.</param>
public sealed record DiscordFinding(bool IsGood, string Line);
