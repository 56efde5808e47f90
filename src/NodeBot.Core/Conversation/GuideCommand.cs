using System.Text;
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
        [new OptionSpec(PassageOption, "The passage's id; leave it out to see them all", Required: false, 200) { Completes = true }],
        "/guide guide/do-not-log/reasons");

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var id = turn.Options.GetValueOrDefault(PassageOption)?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(id))
            return Contents(turn);
        return await passages.FindAsync(id, new SearchScope(turn.Community), cancellation).ConfigureAwait(false) is { } passage
            ? Show(passage)
            : Reply.Privately($"There is no passage \"{id}\". Use /{Name} alone to see them all.");
    }

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<OptionChoice>>([.. Guide().Select(passage => new OptionChoice(passage.Title, passage.Id))]);

    private Reply Show(Passage passage)
    {
        var blocks = new List<Block> { AskCommand.Quote(passage, passage.Text, 0, leads: true) };
        blocks.AddRange(knowledge.NotesAbout(passage.Id).Select(NoteBlock.Of));
        if (passage.TouchesLaw)
            blocks.Add(new DisclaimerBlock());
        return new Reply(blocks, []);
    }

    private Reply Contents(Turn turn)
    {
        var blocks = new List<Block>();
        foreach (var section in Guide().GroupBy(passage => passage.Section))
        {
            blocks.Add(new HeadingBlock(section.Key));
            blocks.Add(new TextBlock(string.Join('\n', section.Select(passage => $"{passage.Title}: /{Name} {passage.Id}"))));
        }

        return new Reply(blocks, [])
        {
            Visibility = Visibility.Private,
            Files = [new ReplyFile("exit-node-guide.txt", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Whole()), Texts.For(turn.Language)["wholeGuide"])],
        };
    }

    private string Whole()
    {
        var text = new StringBuilder();
        foreach (var section in Guide().GroupBy(passage => passage.Section))
        {
            text.Append(section.Key).Append("\n\n");
            foreach (var passage in section)
            {
                text.Append(passage.Text).Append("\n\n");
                foreach (var note in knowledge.NotesAbout(passage.Id))
                    text.Append("[As of ").Append(note.AsOf).Append(", confidence ").Append(note.Confidence.ToString().ToLowerInvariant()).Append(": ").Append(note.Title).Append(". ").Append(note.Text).Append("]\n\n");
            }
        }

        return text.ToString();
    }

    private IEnumerable<Passage> Guide() => knowledge.Passages.Where(passage => passage.Source == PassageSource.Guide);
}
