namespace NodeBot.Core.Conversation;

/// <summary>Words of a member, shown as theirs: untrusted, never formatted, never a link.</summary>
public sealed record MemberTextBlock(string Text) : Block
{
    /// <summary>Whether people will want to copy it whole, as a letter.</summary>
    public bool IsToCopy { get; init; }
}
