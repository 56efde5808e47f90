namespace NodeBot.Core.Conversation;

/// <summary>Where a person talks to the bot.</summary>
public enum Surface
{
    Terminal,
    Web,
    Discord,
}
