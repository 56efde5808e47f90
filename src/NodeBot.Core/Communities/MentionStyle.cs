namespace NodeBot.Core.Communities;

/// <summary>Where the bot answers when it is mentioned.</summary>
public enum MentionStyle
{
    /// <summary>In a thread below the message.</summary>
    Thread,

    /// <summary>As a reply in the channel.</summary>
    Inline,
}
