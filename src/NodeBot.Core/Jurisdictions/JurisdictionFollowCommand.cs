using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary><c>/jurisdiction follow</c>: posts into a channel what changes in a country's entry; alone, shows what is followed.</summary>
/// <param name="question">Reads the country.</param>
/// <param name="posters">A surface's way to post.</param>
/// <param name="store">Opened late.</param>
/// <param name="time">The clock.</param>
public sealed class JurisdictionFollowCommand(CountryQuestion question, Func<Surface, ChannelPoster?> posters, Func<Task<JurisdictionFollows>> store, TimeProvider time) : Command
{
    public const string Name = "jurisdiction follow";

    /// <summary>Follows of one community; more would be noise, and would not fit into one message.</summary>
    public const int Most = 50;

    internal const string TooMany = "50 countries are followed or posted here already, which is the most. End one with /jurisdiction unfollow first.";
    private const string CountryOption = "country";

    public override CommandSpec Spec { get; } = new(
        Name,
        "Post it into a channel when a country's entry changes; alone, shows what is followed",
        [
            ChannelOption.Spec("Where to post", required: false),
            new OptionSpec(CountryOption, "The country's name or code", Required: false, CountryQuestion.MaxLength) { Completes = true },
        ],
        "/jurisdiction follow")
    {
        Audience = Audience.Moderators,
        IsPrivate = true,
        NeedsCommunity = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var follows = await store().ConfigureAwait(false);
        var all = await follows.OfAsync(turn.Community!, cancellation).ConfigureAwait(false);
        if (turn.Options.Count == 0)
            return List(all);
        if (ChannelOption.Read(turn) is not { } channel)
            return Reply.Privately("Which channel? Choose it from the list that opens when you type.");
        var (jurisdiction, instead) = question.Read(turn.Options.GetValueOrDefault(CountryOption), "/" + Name);
        if (jurisdiction is null)
            return instead! with { Actions = [] };
        if (posters(turn.Surface) is not { } poster)
            return Reply.Privately("I cannot post into channels here: the operator of this NodeBot has not set that up.");
        if (all.Count >= Most)
            return Reply.Privately(TooMany);
        var now = time.GetUtcNow();
        var follow = new Follow(turn.Community!, turn.Surface, channel, jurisdiction.Code, FollowKind.Changes) { Fields = JurisdictionFields.Write(jurisdiction), DueAt = now, NextAt = now };
        // Followed already: what was posted last stays known, so that no change is lost.
        if (all.All(other => other.Id != follow.Id))
            await follows.PutAsync(follow, cancellation).ConfigureAwait(false);
        var warning = await poster.CheckAsync(turn.Community!, channel, cancellation).ConfigureAwait(false);
        return new Reply(
            [
                new PlacesBlock($"When what I know of {jurisdiction.Name} changes, I say so in", [new Place(PlaceKind.Channel, channel)]),
                .. warning is null ? Array.Empty<Block>() : [new TextBlock("Attention: " + warning)],
            ],
            [])
        {
            Visibility = Visibility.Private,
        };
    }

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) => ValueTask.FromResult(question.Choices);

    private Reply List(IReadOnlyList<Follow> all)
    {
        if (all.Count == 0)
            return Reply.Privately($"No channel follows a country. Name a channel and a country to begin: /{Name} channel country.");
        var blocks = all.GroupBy(follow => (follow.Country, follow.Kind)).Select(group => new PlacesBlock(
            $"{question.Countries.NameOf(group.Key.Country)}, {Words(group.Key.Kind)}:",
            [.. group.Select(follow => new Place(PlaceKind.Channel, follow.Channel))]));
        var failing = all.Where(follow => follow.Failures > 2).ToList();
        return new Reply(
            [
                new HeadingBlock("What is posted here about countries"),
                .. blocks,
                .. failing.Count == 0 ? Array.Empty<Block>() : [new PlacesBlock("Posting fails, see whether I may write there:", [.. failing.Select(follow => follow.Channel).Distinct(StringComparer.Ordinal).Select(id => new Place(PlaceKind.Channel, id))])],
            ],
            [])
        {
            Visibility = Visibility.Private,
        };
    }

    private static string Words(FollowKind kind) => kind switch
    {
        FollowKind.Changes => "what changes",
        FollowKind.Week => "summary every week",
        _ => "summary every month",
    };
}
