namespace NodeBot.Core.Conversation;

/// <summary>Who sees a reply where others read along.</summary>
public enum Visibility
{
    /// <summary>Everyone in the channel.</summary>
    Public,

    /// <summary>Only the person who asked.</summary>
    Private,
}
