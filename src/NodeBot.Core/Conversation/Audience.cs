namespace NodeBot.Core.Conversation;

/// <summary>Who may use a command.</summary>
public enum Audience
{
    Everyone,

    /// <summary>Those who moderate a community; such a command works only inside one.</summary>
    Moderators,
}
