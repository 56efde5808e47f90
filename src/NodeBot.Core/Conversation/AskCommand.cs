using NodeBot.Core.Answering;
using NodeBot.Core.Communities;
using NodeBot.Core.Feedback;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Conversation;

/// <summary><c>/ask</c>: answers a question with quotes, or says that the bot does not know.</summary>
public sealed class AskCommand(Answerer answerer, ConversationMemory memory) : Command
{
    public const string Name = "ask";
    public const string QuestionOption = "question";

    /// <summary><c>true</c> to be the only one who sees the answer.</summary>
    public const string PrivateOption = "private";

    public override CommandSpec Spec { get; } = new(
        Name,
        "Ask about running an exit node; the answer quotes and cites its sources",
        [
            new OptionSpec(QuestionOption, "Your question", Required: true, QuestionText.MaxLength),
            new OptionSpec(PrivateOption, "Whether only you see the answer", Required: false) { Kind = OptionKind.YesNo },
        ],
        "/ask should I tell my ISP that I run a node?")
    {
        MessageMenu = "Ask NodeBot about this",
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (QuestionText.Read(turn.Options.GetValueOrDefault(QuestionOption), out var question) is { } problem)
            return Reply.Privately(problem);
        var (answer, before) = await AnswerAsync(question!, turn, cancellation).ConfigureAwait(false);
        var reply = Render(answer, turn);
        if (before is not null)
            reply = reply with { Blocks = [new TextBlock(Texts.For(turn.Language)["togetherWith"]), new MemberTextBlock(before), .. reply.Blocks] };
        return turn.Options.GetValueOrDefault(PrivateOption) == "true" ? reply with { Visibility = Visibility.Private } : reply;
    }

    /// <returns>The answer as a reply.</returns>
    public static Reply Render(Answer answer, Turn turn)
    {
        var blocks = new List<Block>();
        if (answer.Kind == AnswerKind.Declined)
            blocks.Add(new TextBlock(answer.Text));
        blocks.AddRange(answer.Citations.Select((citation, i) => Quote(citation.Passage, citation.Quote, i + 1, citation.Leads)));
        blocks.AddRange(answer.Notes.Select(NoteBlock.Of));
        if (answer.TouchesLaw)
            blocks.Add(new DisclaimerBlock());

        var texts = Texts.For(turn.Language);
        var actions = answer.Citations.Where(citation => citation.Leads && citation.IsPart)
            .Select(citation => new ReplyAction($"{texts["showPassage"]}: {citation.Passage.Title}", $"/{GuideCommand.Name} {citation.Passage.Id}"))
            .Concat(answer.Related.Select(related => new ReplyAction(related, related)));
        return new Reply(blocks, [.. actions, .. Verdicts(answer, turn, texts)]);
    }

    internal static QuoteBlock Quote(Passage passage, string text, int number, bool leads) =>
        new(number, text, passage.Source.ToString(), passage.Title, passage.Section, passage.AsOf, passage.Path, leads);

    // A question that makes no sense alone is asked together with the one before it. What it adds must show: the same quote again
    // would only mean that the question before was the louder one.
    private async ValueTask<(Answer Answer, string? Before)> AnswerAsync(QuestionText question, Turn turn, CancellationToken cancellation)
    {
        var scope = new SearchScope(turn.Community);
        var before = turn.Conversation is null ? null : memory.Last(turn.Conversation);
        if (before is not null && FollowUp.LeansOnBefore(question.Value) && QuestionText.Read($"{before.Question} {question.Value}", out var both) is null)
        {
            var together = await answerer.AnswerAsync(both!, scope, cancellation).ConfigureAwait(false);
            if (Lead(together) is { } quote && quote != before.Quote)
            {
                memory.Remember(turn.Conversation!, new AskedBefore(both!.Value, quote));
                return (together, before.Question);
            }
        }

        var answer = await answerer.AnswerAsync(question, scope, cancellation).ConfigureAwait(false);
        if (turn.Conversation is not null)
            memory.Remember(turn.Conversation, new AskedBefore(question.Value, Lead(answer)));
        return (answer, null);
    }

    private static string? Lead(Answer answer) => answer.Citations is [var first, ..] ? first.Quote : null;

    // On one's own machine there is nobody to tell.
    private static IEnumerable<ReplyAction> Verdicts(Answer answer, Turn turn, Texts texts)
    {
        if (turn.Community is null)
            yield break;
        if (answer.Citations is [{ } first, ..] && turn.Settings.Has(FeedbackCommand.Feature))
        {
            yield return new ReplyAction(texts["helpful"], FeedbackCommand.Says(Verdict.Helpful, first.Passage), ActionKind.Verdict);
            yield return new ReplyAction(texts["unhelpful"], FeedbackCommand.Says(Verdict.Unhelpful, first.Passage), ActionKind.Verdict);
            yield return new ReplyAction(texts["wrongCountry"], FeedbackCommand.Says(Verdict.Country, first.Passage), ActionKind.Verdict);
        }

        if (turn.Settings.HelpersChannel is not null && turn.Settings.Has(HumanCommand.Name))
            yield return new ReplyAction(texts["askHuman"], "/" + HumanCommand.Name, ActionKind.Verdict);
    }
}
