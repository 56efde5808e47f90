using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Providers;

/// <summary><c>/provider list</c>: the providers of a country and their reported stance.</summary>
public sealed class ProviderListCommand(KnowledgeBase knowledge, CountryFinder countries, TimeProvider time) : Command
{
    public const string Name = "provider list";
    private const string CountryOption = "country";
    private const string AllowsOption = "allows";

    // As many lines as are still read in a chat; the web page has them all.
    private const int MostShown = 40;

    private static readonly OptionChoice[] Stances = [new("yes", "yes"), new("no", "no"), new("unclear", "unclear")];

    public override CommandSpec Spec { get; } = new(
        Name,
        "Hosts and internet providers of a country, and whether they are reported to allow exits",
        [
            new OptionSpec(CountryOption, "The country's name or code", Required: true, CountryQuestion.MaxLength) { Completes = true },
            new OptionSpec(AllowsOption, "Only those of which this is reported", Required: false) { Choices = Stances },
        ],
        "/provider list Netherlands");

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation) =>
        ValueTask.FromResult(List(turn.Options.GetValueOrDefault(CountryOption) ?? "", turn.Options.GetValueOrDefault(AllowsOption)));

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<OptionChoice>>(
        [.. knowledge.Providers.All.SelectMany(provider => provider.Countries).Distinct(StringComparer.Ordinal).Select(code => new OptionChoice(countries.NameOf(code), code))]);

    /// <returns>The providers of a country, those that allow exits first.</returns>
    internal Reply List(string text, string? allows)
    {
        if (allows is not null && Array.TrueForAll(Stances, stance => stance.Value != allows))
            return Reply.Privately("allows is one of: yes, no, unclear.");
        if (countries.Find(text).Code is not { } code)
            return Reply.Privately($"I do not know that country. I know providers in: {Names()}.");
        var stance = allows is null ? (ExitStance?)null : Enum.Parse<ExitStance>(allows, ignoreCase: true);
        var found = knowledge.Providers.All.Where(provider => provider.Countries.Contains(code) && (stance is null || provider.Exits == stance)).ToList();
        if (found.Count == 0)
        {
            var such = stance is null ? "" : " of that kind";
            return Reply.Privately($"Nothing is reported of providers{such} in {countries.NameOf(code)}. Ask one in writing whether it allows exits. I know providers in: {Names()}.") with
            {
                Actions = [ProviderLookupCommand.AskAction],
            };
        }

        var blocks = new List<Block> { new HeadingBlock($"Providers in {countries.NameOf(code)}") };
        foreach (var group in found.Take(MostShown).GroupBy(provider => provider.Exits).OrderBy(group => group.Key))
        {
            blocks.Add(new HeadingBlock(group.Key switch { ExitStance.Yes => "Reported to allow exits", ExitStance.No => "Reported not to allow exits", _ => "Unclear" }));
            blocks.Add(new TextBlock(string.Join('\n', group.OrderByDescending(provider => provider.AsOf, StringComparer.Ordinal).Select(Line))));
        }

        if (found.Count > MostShown)
            blocks.Add(new TextBlock($"{found.Count - MostShown} more are on the web page, under /providers."));
        blocks.Add(new TextBlock(ProviderLookupCommand.Caution));
        return new Reply(blocks, [ProviderLookupCommand.AskAction]);
    }

    private string Line(Provider provider)
    {
        var age = ReportAge.Mark(provider.AsOf, time.GetUtcNow());
        var marks = new[] { provider.AsOf, age, knowledge.Providers.IsCrowded(provider) ? "crowded network" : null }.OfType<string>();
        return $"{provider.Name} ({string.Join(", ", marks)})";
    }

    private string Names() =>
        string.Join(", ", knowledge.Providers.All.SelectMany(provider => provider.Countries).Distinct(StringComparer.Ordinal).Select(countries.NameOf).Order(StringComparer.Ordinal));
}
