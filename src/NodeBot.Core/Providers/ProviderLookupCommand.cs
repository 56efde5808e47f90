using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Providers;

/// <summary><c>/provider lookup</c>: what is reported of a host or internet provider, found by name, network number or country.</summary>
/// <param name="knowledge">The providers.</param>
/// <param name="countries">Reads countries.</param>
/// <param name="list">What a country gets.</param>
/// <param name="time">The clock, for how old a report is.</param>
public sealed class ProviderLookupCommand(KnowledgeBase knowledge, CountryFinder countries, ProviderListCommand list, TimeProvider time) : Command
{
    public const string Name = "provider lookup";
    internal const string Caution = "These are reports of the Tor community, not answers of the providers; terms change. " + ProviderWords.AskInWriting;
    private const string NameOption = "name";

    // Shown whole; more are a list to choose from.
    private const int MostWhole = 3;
    private const int MostNamed = 10;

    private readonly ProviderFinder _finder = new(knowledge.Providers);

    /// <summary>Starts the letter that asks a host for permission.</summary>
    public static ReplyAction AskAction { get; } = new("Write to a provider", "/letter write ask-host-permission");

    public override CommandSpec Spec { get; } = new(
        Name,
        "Whether a host or internet provider is reported to allow exits, and on what terms",
        [new OptionSpec(NameOption, "Its name, its network such as AS24940, or a country", Required: true, 80) { Completes = true }],
        "/provider lookup Hetzner");

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation) => ValueTask.FromResult(Look(turn.Options.GetValueOrDefault(NameOption)?.Trim() ?? ""));

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<OptionChoice>>(
    [
        .. knowledge.Providers.All.Select(provider => new OptionChoice(provider.Name, provider.Name)).DistinctBy(choice => choice.Value),
        .. knowledge.Providers.All.SelectMany(provider => provider.Systems, (provider, number) => new OptionChoice(Cut($"AS{number}: {provider.Name}"), $"AS{number}")).DistinctBy(choice => choice.Value),
    ]);

    private Reply Look(string text)
    {
        if (text.Length == 0)
            return Reply.Privately($"Which provider? Write its name, its network number or a country: {Spec.Example}");
        if (ProviderDocument.TrySystem(text, out var number))
        {
            var systems = _finder.OfSystem(number);
            return systems.Count > 0 ? Show(systems) : NotFound($"Nothing is reported of the network AS{number}.");
        }

        var named = _finder.Named(text);
        // A country comes before a part of a name: "Swiss" is asked of the country.
        if (countries.Find(text) is { Code: { } code } && !named.Any(provider => provider.Name.Equals(text, StringComparison.OrdinalIgnoreCase)))
            return list.List(code, allows: null);
        return named.Count > 0 ? Show(named) : NotFound("Nothing is reported of a provider of that name.");
    }

    private static Reply NotFound(string what) => Reply.Privately($"{what} That says neither yes nor no: ask it in writing whether it allows exits. /{ProviderListCommand.Name} and a country shows those that I know.") with
    {
        Actions = [AskAction],
    };

    private Reply Show(IReadOnlyList<Provider> found)
    {
        if (found.Count > MostWhole)
        {
            return Reply.Privately($"{found.Count} providers fit. Which one do you mean?") with
            {
                Actions = [.. found.Take(MostNamed).Select(provider => new ReplyAction(provider.Name, Cut($"/{Name} {provider.Name}"))).DistinctBy(action => action.Says)],
            };
        }

        return new Reply([.. found.SelectMany(Blocks), new TextBlock(Caution)], [AskAction]);
    }

    private IEnumerable<Block> Blocks(Provider provider)
    {
        yield return new HeadingBlock(provider.Name);
        List<string> lines = [ProviderWords.Stance(provider)];
        if (provider.Conditions is { } conditions)
            lines.Add($"On what terms: {conditions}");
        if (ProviderWords.Where(provider, countries.Names) is { } where)
            lines.Add($"Where: {where}");
        if (knowledge.Providers.IsCrowded(provider))
            lines.Add($"Crowded network: {knowledge.Providers.Crowded!.Note}");
        yield return new TextBlock(string.Join('\n', lines));
        var mark = ReportAge.Mark(provider.AsOf, time.GetUtcNow());
        var date = provider.AsOf is null ? "undated" : mark is null ? provider.AsOf : $"{provider.AsOf}, {mark}";
        yield return new LinksBlock(
            $"Report: {date}; confidence {provider.Confidence.ToString().ToLowerInvariant()}.",
            provider.Url is { } url ? [new SourceReference("Web site", url), provider.Source] : [provider.Source]);
    }

    // Longest words of a button, and of a proposal.
    private static string Cut(string text) => text.Length <= 96 ? text : text[..96];
}
