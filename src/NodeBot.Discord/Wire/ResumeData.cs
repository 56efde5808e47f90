namespace NodeBot.Discord.Wire;

/// <summary>Goes on with a session after its last event that was seen.</summary>
internal sealed record ResumeData(string Token, string SessionId, long Seq);
