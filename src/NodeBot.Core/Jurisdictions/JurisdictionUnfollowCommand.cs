using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary><c>/jurisdiction unfollow</c>: ends what is posted into a channel about a country.</summary>
/// <param name="countries">Reads the country: also one that is no longer covered.</param>
/// <param name="store">Opened late.</param>
public sealed class JurisdictionUnfollowCommand(CountryFinder countries, Func<Task<JurisdictionFollows>> store) : Command
{
    public const string Name = "jurisdiction unfollow";
    private const string CountryOption = "country";

    public override CommandSpec Spec { get; } = new(
        Name,
        "Post nothing more about a country into a channel",
        [
            ChannelOption.Spec("Where it was posted", required: true),
            new OptionSpec(CountryOption, "The country's name or code", Required: true, CountryQuestion.MaxLength) { Completes = true },
        ],
        "/jurisdiction unfollow")
    {
        Audience = Audience.Moderators,
        IsPrivate = true,
        NeedsCommunity = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (ChannelOption.Read(turn) is not { } channel)
            return Reply.Privately("Which channel? Choose it from the list that opens when you type.");
        if (countries.Find(turn.Options.GetValueOrDefault(CountryOption) ?? "").Code is not { } code)
            return Reply.Privately($"I do not know that country. /{JurisdictionFollowCommand.Name} alone shows what is posted here.");
        var ended = await (await store().ConfigureAwait(false)).RemoveAsync(turn.Community!, channel, code, cancellation).ConfigureAwait(false);
        var text = ended > 0 ? $"Nothing more is posted about {countries.NameOf(code)} in" : $"Nothing was posted about {countries.NameOf(code)} in";
        return new Reply([new PlacesBlock(text, [new Place(PlaceKind.Channel, channel)])], []) { Visibility = Visibility.Private };
    }

    public override async ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation)
    {
        if (turn.Community is null)
            return [];
        var all = await (await store().ConfigureAwait(false)).OfAsync(turn.Community, cancellation).ConfigureAwait(false);
        return [.. all.Select(follow => follow.Country).Distinct(StringComparer.Ordinal).Select(code => new OptionChoice(countries.NameOf(code), code))];
    }
}
