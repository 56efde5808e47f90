using NodeBot.Core.Conversation;

namespace NodeBot.Core.Jurisdictions;

/// <summary><c>/jurisdiction list</c>: the covered countries by risk.</summary>
public sealed class JurisdictionListCommand(CountryFinder countries) : Command
{
    public const string Name = "jurisdiction list";

    public override CommandSpec Spec { get; } = new(Name, "The countries that I know something of, by risk", [], "/jurisdiction list");

    public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (countries.Covered.Count == 0)
            return ValueTask.FromResult(Reply.Privately("No country is described in my knowledge. Ask your question with /ask, or read the guide with /guide."));
        var blocks = new List<Block>();
        foreach (var group in countries.Covered.GroupBy(jurisdiction => jurisdiction.Risk).OrderBy(group => group.Key))
        {
            blocks.Add(new HeadingBlock(JurisdictionWords.Meaning(group.Key)));
            blocks.Add(new TextBlock(string.Join(", ", group.Select(jurisdiction => $"{jurisdiction.Name} ({jurisdiction.Code})").Order(StringComparer.Ordinal))));
        }

        blocks.Add(new TextBlock($"Read one with /{JurisdictionShowCommand.Name}, compare some with /{JurisdictionCompareCommand.Name}."));
        blocks.Add(new DisclaimerBlock());
        return ValueTask.FromResult(new Reply(blocks, []));
    }
}
