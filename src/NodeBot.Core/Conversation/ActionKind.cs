namespace NodeBot.Core.Conversation;

/// <summary>What a thing to press is for.</summary>
public enum ActionKind
{
    /// <summary>Goes on: a question to ask next, a passage to read.</summary>
    Next,

    /// <summary>Says what the reply was worth, or that somebody else should help.</summary>
    Verdict,

    /// <summary>Leaves the way: back, skip, later, delete.</summary>
    Aside,
}
