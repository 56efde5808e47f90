using NodeBot.Core.Answering;

namespace NodeBot.Core.Conversation;

/// <summary><c>/human</c>: posts a question to those who help in this community.</summary>
public sealed class HumanCommand(ConversationMemory memory, HumanRequests requests, Func<Surface, ChannelPoster?> posters) : Command
{
    public const string Name = "human";
    private const string QuestionOption = "question";

    public override CommandSpec Spec { get; } = new(
        Name,
        "Ask the people who help in this community; they see your name and your question",
        [new OptionSpec(QuestionOption, "What you want to ask them; leave it out to get a form", Required: false, QuestionText.MaxLength)],
        "/human who has dealt with this provider?")
    {
        IsPrivate = true,
        NeedsCommunity = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Settings.HelpersChannel is not { } channel || posters(turn.Surface) is not { } poster)
            return Reply.Privately("Nobody is set up here to help yet. A moderator can choose a channel for it with /nodebot settings. Until then, ask in the channel itself.");
        var text = turn.Options.GetValueOrDefault(QuestionOption);
        if (string.IsNullOrWhiteSpace(text))
            return Ask(turn);
        if (QuestionText.Read(text, out var question) is { } problem)
            return Reply.Privately(problem);
        if (!requests.TryTake(turn.Member ?? ""))
            return Reply.Privately($"You have asked {HumanRequests.Most} times within the last hour. Your questions are there; wait for an answer before you ask again.");
        var post = new Reply(
            [
                new PlacesBlock(Texts.For(turn.Settings.Language ?? "en")["wantsHelp"], turn.Member is { } member ? [new Place(PlaceKind.Member, member[(member.IndexOf(':', StringComparison.Ordinal) + 1)..])] : []),
                new MemberTextBlock(question!.Value),
                .. turn.Channel is { } from ? [new PlacesBlock(Texts.For(turn.Settings.Language ?? "en")["askedIn"], [new Place(PlaceKind.Channel, from)])] : Array.Empty<Block>(),
            ],
            []);
        return await poster.PostAsync(turn.Community!, channel, post, turn.Id ?? "", cancellation).ConfigureAwait(false) is { } failed
            ? Reply.Privately("Your question could not be posted. " + failed)
            : Reply.Privately(Texts.For(turn.Language)["humanAsked"]);
    }

    private Reply Ask(Turn turn)
    {
        var texts = Texts.For(turn.Language);
        var last = turn.Conversation is null ? null : memory.Last(turn.Conversation)?.Question;
        return Reply.Privately(texts["humanHow"]) with
        {
            Form = new Form(texts["askHuman"], "/" + Name, [new FormField(QuestionOption, texts["yourQuestion"], texts["humanSees"], QuestionText.MaxLength) { IsLong = true, Value = last ?? "" }]),
        };
    }
}
