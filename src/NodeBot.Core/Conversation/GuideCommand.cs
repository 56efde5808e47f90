using NodeBot.Core.Answering;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Conversation;

/// <summary><c>/guide</c>: shows a passage whole with its notes, or lists what there is.</summary>
public sealed class GuideCommand(KnowledgeBase knowledge, PassageFinder passages) : Command
{
    public const string Name = "guide";
    private const string PassageOption = "passage";

    public override CommandSpec Spec { get; } = new(
        Name,
        "Read a passage of the guide whole, with what is out of date in it",
        [new OptionSpec(PassageOption, "The passage's id; leave it out to see them all", Required: false, 200)],
        "/guide guide/do-not-log/reasons");

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var id = turn.Options.GetValueOrDefault(PassageOption)?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(id))
            return Contents();
        return await passages.FindAsync(id, new SearchScope(turn.Community), cancellation).ConfigureAwait(false) is { } passage
            ? Show(passage)
            : Reply.Of($"There is no passage \"{id}\". Use /{Name} alone to see them all.");
    }

    private Reply Show(Passage passage)
    {
        var blocks = new List<Block> { AskCommand.Quote(passage, passage.Text, 0, leads: true) };
        blocks.AddRange(knowledge.NotesAbout(passage.Id).Select(NoteBlock.Of));
        if (passage.TouchesLaw)
            blocks.Add(new TextBlock(Answer.Disclaimer));
        return new Reply(blocks, []);
    }

    private Reply Contents()
    {
        var blocks = new List<Block>();
        foreach (var section in knowledge.Passages.Where(passage => passage.Source == PassageSource.Guide).GroupBy(passage => passage.Section))
        {
            blocks.Add(new HeadingBlock(section.Key));
            blocks.AddRange(section.Select(passage => new TextBlock($"{passage.Title}: /{Name} {passage.Id}")));
        }

        return new Reply(blocks, []);
    }
}
