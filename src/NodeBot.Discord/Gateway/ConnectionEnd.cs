namespace NodeBot.Discord.Gateway;

/// <summary>How a connection ended.</summary>
/// <param name="Action">What to do next.</param>
/// <param name="Session">The session as it was last; null when there is none to go on with.</param>
/// <param name="Code">The code that it was closed with; null when it broke.</param>
/// <param name="WasReady">Whether a session was begun or resumed on it.</param>
/// <param name="Reason">For the log: ids and codes, no text.</param>
internal sealed record ConnectionEnd(CloseAction Action, Session? Session, int? Code, bool WasReady, string Reason);
