using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Conversation;

/// <summary>What is out of date in a quote above, and what holds now.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">What holds now.</param>
/// <param name="AsOf">Up to when that can be vouched for.</param>
/// <param name="Confidence">Low is shown as "check this".</param>
/// <param name="Sources">Where it comes from.</param>
public sealed record NoteBlock(string Title, string Text, string AsOf, Confidence Confidence, IReadOnlyList<SourceReference> Sources) : Block
{
    /// <returns>The block that shows a note.</returns>
    public static NoteBlock Of(Passage note) => new(note.Title, note.Text, note.AsOf, note.Confidence, note.Sources);
}
