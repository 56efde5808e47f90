using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Organisations;

/// <summary><c>/organisation list</c>: who can help in a country.</summary>
public sealed class OrganisationListCommand(KnowledgeBase knowledge, CountryFinder countries) : Command
{
    public const string Name = "organisation list";
    private const string CountryOption = "country";

    public override CommandSpec Spec { get; } = new(
        Name,
        "Who can help those who run exits in a country, and what for",
        [new OptionSpec(CountryOption, "The country's name or code; leave it out to see the countries", Required: false, CountryQuestion.MaxLength) { Completes = true }],
        "/organisation list Germany");

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation) => ValueTask.FromResult(List(turn.Options.GetValueOrDefault(CountryOption)));

    public override ValueTask<IReadOnlyList<OptionChoice>> CompleteAsync(Turn turn, string option, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<OptionChoice>>([.. Codes().Select(code => new OptionChoice(countries.NameOf(code), code))]);

    private Reply List(string? text)
    {
        if (knowledge.Organisations.Count == 0)
            return Reply.Privately("My knowledge names no organisations. Ask your question with /ask, or read the guide with /guide.");
        if (string.IsNullOrWhiteSpace(text))
            return Reply.Privately($"I know organisations in: {Names()}. Some help in every country. Name yours: {Spec.Example}");
        var match = countries.Find(text);
        if (match.Code is not { } code)
        {
            return Reply.Privately(match.Candidates.Count > 0
                ? $"I am not sure which country you mean: {string.Join(", ", match.Candidates.Select(countries.NameOf))}? Write its name in full."
                : $"I do not know that country. I know organisations in: {Names()}.");
        }

        var own = Of(code);
        var union = CountryQuestion.IsInUnion(code) ? Of("EU") : [];
        var everywhere = Of(Organisation.Everywhere);
        var blocks = new List<Block> { new HeadingBlock($"Who can help in {countries.NameOf(code)}") };
        if (own.Count == 0)
            blocks.Add(new TextBlock($"I know none that works in {countries.NameOf(code)} itself."));
        blocks.AddRange(own.SelectMany(Show));
        Add(blocks, "In the whole European Union", union);
        Add(blocks, "Across countries", everywhere);
        return new Reply(blocks, countries.Jurisdiction(code) is { } jurisdiction ? [new ReplyAction($"The law in {jurisdiction.Name}", $"/{JurisdictionShowCommand.Name} {code}")] : []);
    }

    private static void Add(List<Block> blocks, string heading, List<Organisation> organisations)
    {
        if (organisations.Count == 0)
            return;
        blocks.Add(new HeadingBlock(heading));
        blocks.AddRange(organisations.SelectMany(Show));
    }

    private static IEnumerable<Block> Show(Organisation organisation)
    {
        List<string> lines = [$"{organisation.Name} ({organisation.Kind})", $"Helps with: {organisation.HelpsWith}"];
        if (organisation.NotFor is { } not)
            lines.Add($"Not for: {not}");
        if (organisation.Contact is { } contact)
            lines.Add($"Contact: {contact}");
        yield return new TextBlock(string.Join('\n', lines));
        var check = organisation.Confidence == Confidence.Low ? " Check this: not sure." : "";
        yield return new LinksBlock(
            $"As of {organisation.AsOf}, confidence {organisation.Confidence.ToString().ToLowerInvariant()}.{check}",
            organisation.Url is { } url ? [new SourceReference("Web site", url), organisation.Source] : [organisation.Source]);
    }

    private List<Organisation> Of(string code) => [.. knowledge.Organisations.Where(organisation => organisation.Country == code)];

    private IEnumerable<string> Codes() => knowledge.Organisations.Select(organisation => organisation.Country).Where(code => code != Organisation.Everywhere).Distinct(StringComparer.Ordinal);

    private string Names() => string.Join(", ", Codes().Select(countries.NameOf).Order(StringComparer.Ordinal));
}
