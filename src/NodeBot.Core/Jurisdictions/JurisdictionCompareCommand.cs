using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary><c>/jurisdiction compare</c>: two or three countries side by side.</summary>
public sealed class JurisdictionCompareCommand(CountryQuestion question) : Command
{
    public const string Name = "jurisdiction compare";

    /// <summary>More would not be read.</summary>
    public const int Most = 3;

    private const string CountriesOption = "countries";
    private static readonly string[] Separators = [",", ";", "/", "|", " and ", " und ", " vs. ", " vs ", "\n"];

    public override CommandSpec Spec { get; } = new(
        Name,
        "Compare the law of two or three countries",
        [new OptionSpec(CountriesOption, "Two or three countries, separated by commas", Required: true, 200)],
        "/jurisdiction compare Germany, Netherlands, USA");

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation) => ValueTask.FromResult(Compare(turn.Options.GetValueOrDefault(CountriesOption) ?? ""));

    private Reply Compare(string text)
    {
        var names = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length is < 2 or > Most)
            return Reply.Privately($"I compare two or three countries; you named {names.Length}. Separate them by commas: {Spec.Example}");
        var found = new List<Jurisdiction>();
        foreach (var name in names)
        {
            var (jurisdiction, instead) = question.Read(name, "/" + JurisdictionShowCommand.Name);
            if (jurisdiction is null)
                return instead! with { Blocks = [new TextBlock($"I could not compare, because of \"{name}\"."), .. instead.Blocks] };
            if (!found.Contains(jurisdiction))
                found.Add(jurisdiction);
        }

        return found.Count < 2 ? Reply.Privately("That is the same country twice. Name another one to compare it with.") : JurisdictionReplies.Compare(found);
    }
}
