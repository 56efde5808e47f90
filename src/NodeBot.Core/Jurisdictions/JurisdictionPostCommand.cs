using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary><c>/jurisdiction post</c>: posts a country's summary into a channel, now and, if wanted, each week or month.</summary>
/// <param name="question">Reads the country.</param>
/// <param name="replies">Makes the summary.</param>
/// <param name="posters">A surface's way to post.</param>
/// <param name="store">Opened late.</param>
/// <param name="time">The clock.</param>
public sealed class JurisdictionPostCommand(CountryQuestion question, JurisdictionReplies replies, Func<Surface, ChannelPoster?> posters, Func<Task<JurisdictionFollows>> store, TimeProvider time) : Command
{
    public const string Name = "jurisdiction post";
    private const string CountryOption = "country";
    private const string EveryOption = "every";
    private const string Once = "once";

    private static readonly OptionChoice[] Times = [new("once, now", Once), new("now and every week", "week"), new("now and every month", "month")];

    public override CommandSpec Spec { get; } = new(
        Name,
        "Post a country's summary into a channel, once or again and again",
        [
            ChannelOption.Spec("Where to post", required: true),
            new OptionSpec(CountryOption, "The country's name or code", Required: true, CountryQuestion.MaxLength) { Completes = true },
            new OptionSpec(EveryOption, "How often; once when left out", Required: false) { Choices = Times },
        ],
        "/jurisdiction post")
    {
        Audience = Audience.Moderators,
        IsPrivate = true,
        NeedsCommunity = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (ChannelOption.Read(turn) is not { } channel)
            return Reply.Privately("Which channel? Choose it from the list that opens when you type.");
        var (jurisdiction, instead) = question.Read(turn.Options.GetValueOrDefault(CountryOption), "/" + Name);
        if (jurisdiction is null)
            return instead! with { Actions = [] };
        var every = turn.Options.GetValueOrDefault(EveryOption) ?? Once;
        if (Array.TrueForAll(Times, choice => choice.Value != every))
            return Reply.Privately($"every is one of: {string.Join(", ", Times.Select(choice => choice.Value))}.");
        if (posters(turn.Surface) is not { } poster)
            return Reply.Privately("I cannot post into channels here: the operator of this NodeBot has not set that up.");
        return every == Once
            ? await PostAsync(poster, turn, channel, jurisdiction, cancellation).ConfigureAwait(false)
            : await PlanAsync(poster, turn, channel, jurisdiction, every == "week" ? FollowKind.Week : FollowKind.Month, cancellation).ConfigureAwait(false);
    }

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) => ValueTask.FromResult(question.Choices);

    private async Task<Reply> PostAsync(ChannelPoster poster, Turn turn, string channel, Jurisdiction jurisdiction, CancellationToken cancellation)
    {
        var problem = await poster.PostAsync(turn.Community!, channel, replies.Summary(jurisdiction, before: null), turn.Id ?? "", cancellation).ConfigureAwait(false);
        return problem is null ? Said($"The summary of {jurisdiction.Name} is posted in", channel, null) : Reply.Privately("It could not be posted. " + problem);
    }

    private async Task<Reply> PlanAsync(ChannelPoster poster, Turn turn, string channel, Jurisdiction jurisdiction, FollowKind kind, CancellationToken cancellation)
    {
        var follows = await store().ConfigureAwait(false);
        if ((await follows.OfAsync(turn.Community!, cancellation).ConfigureAwait(false)).Count >= JurisdictionFollowCommand.Most)
            return Reply.Privately(JurisdictionFollowCommand.TooMany);
        var now = time.GetUtcNow();
        await follows.PutAsync(new Follow(turn.Community!, turn.Surface, channel, jurisdiction.Code, kind) { DueAt = now, NextAt = now }, cancellation).ConfigureAwait(false);
        var warning = await poster.CheckAsync(turn.Community!, channel, cancellation).ConfigureAwait(false);
        return Said($"The summary of {jurisdiction.Name} is posted within a minute, and then every {(kind == FollowKind.Week ? "week" : "month")} at this time, in", channel, warning);
    }

    private static Reply Said(string text, string channel, string? warning) => new(
        [
            new PlacesBlock(text, [new Place(PlaceKind.Channel, channel)]),
            .. warning is null ? Array.Empty<Block>() : [new TextBlock("Attention: " + warning)],
        ],
        [])
    {
        Visibility = Visibility.Private,
    };
}
