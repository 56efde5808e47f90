namespace NodeBot.Discord.Wire;

/// <summary>A thread below a message; archived after so many minutes without a message.</summary>
internal sealed record ThreadProperties(string Name, int AutoArchiveDuration);
