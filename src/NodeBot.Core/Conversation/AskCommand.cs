using NodeBot.Core.Answering;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Conversation;

/// <summary><c>/ask</c>: answers a question with quotes, or says that the bot does not know.</summary>
public sealed class AskCommand(Answerer answerer) : Command
{
    public const string Name = "ask";
    public const string QuestionOption = "question";

    public override CommandSpec Spec { get; } = new(
        Name,
        "Ask about running an exit node; the answer quotes and cites its sources",
        [new OptionSpec(QuestionOption, "Your question", Required: true, QuestionText.MaxLength)],
        "/ask should I tell my ISP that I run a node?");

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (QuestionText.Read(turn.Options.GetValueOrDefault(QuestionOption), out var question) is { } problem)
            return Reply.Of(problem);
        return Render(await answerer.AnswerAsync(question!, new SearchScope(turn.Community), cancellation).ConfigureAwait(false));
    }

    /// <returns>The answer as a reply.</returns>
    public static Reply Render(Answer answer)
    {
        var blocks = new List<Block>();
        if (answer.Kind == AnswerKind.Declined)
            blocks.Add(new TextBlock(answer.Text));
        blocks.AddRange(answer.Citations.Select((citation, i) => Quote(citation.Passage, citation.Quote, i + 1, citation.Leads)));
        blocks.AddRange(answer.Notes.Select(NoteBlock.Of));
        if (answer.TouchesLaw)
            blocks.Add(new TextBlock(Answer.Disclaimer));

        var actions = answer.Citations.Where(citation => citation.Leads && citation.IsPart)
            .Select(citation => new ReplyAction("Show the whole passage: " + citation.Passage.Title, $"/{GuideCommand.Name} {citation.Passage.Id}"))
            .Concat(answer.Related.Select(related => new ReplyAction(related, related)));
        return new Reply(blocks, [.. actions]);
    }

    internal static QuoteBlock Quote(Passage passage, string text, int number, bool leads) =>
        new(number, text, passage.Source.ToString(), passage.Title, passage.Section, passage.AsOf, passage.Path, leads);
}
