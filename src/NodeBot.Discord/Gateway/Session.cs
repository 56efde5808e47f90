namespace NodeBot.Discord.Gateway;

/// <summary>A session that can be gone on with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ResumeUrl">Where to connect for it.</param>
/// <param name="Sequence">The last event that was seen.</param>
internal sealed record Session(string Id, Uri ResumeUrl, long Sequence);
