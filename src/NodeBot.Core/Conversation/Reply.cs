namespace NodeBot.Core.Conversation;

/// <summary>A platform-neutral answer; each surface renders it.</summary>
/// <param name="Blocks">What is read, top to bottom.</param>
/// <param name="Actions">What can be pressed next.</param>
public sealed record Reply(IReadOnlyList<Block> Blocks, IReadOnlyList<ReplyAction> Actions)
{
    public Visibility Visibility { get; init; }

    /// <summary>To be filled in; shown instead of the rest where a surface has forms of its own. Null for none.</summary>
    public Form? Form { get; init; }

    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    public static Reply Of(string text) => new([new TextBlock(text)], []);

    /// <returns>A text for nobody but the person who asked: what is wrong, what was done.</returns>
    public static Reply Privately(string text) => Of(text) with { Visibility = Visibility.Private };
}
