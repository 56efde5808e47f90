namespace NodeBot.Core.Conversation;

/// <summary>A platform-neutral answer; each surface renders it.</summary>
/// <param name="Blocks">What is read, top to bottom.</param>
/// <param name="Actions">What can be pressed next.</param>
public sealed record Reply(IReadOnlyList<Block> Blocks, IReadOnlyList<ReplyAction> Actions)
{
    public static Reply Of(string text) => new([new TextBlock(text)], []);
}
