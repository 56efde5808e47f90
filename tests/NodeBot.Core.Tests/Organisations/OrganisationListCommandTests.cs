using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Organisations;
using NodeBot.Core.Tests.Jurisdictions;

namespace NodeBot.Core.Tests.Organisations;

public sealed class OrganisationListCommandTests
{
    private static readonly OrganisationListCommand Command = new(TestCountries.Knowledge(), new CountryFinder(TestCountries.Knowledge()));

    [Fact]
    public async Task A_country_gets_its_own_those_of_the_Union_and_those_of_everywhere()
    {
        var text = await SayAsync("german");
        foreach (var expected in new[] { "Chaos Computer Club", "Not for: Lawsuits.", "Contact: mail@example.org", "Check this: not sure.", "EDRi", "Helpline" })
            text.ShouldContain(expected);
    }

    [Theory]
    [InlineData("US", "I know none that works in United States")]
    [InlineData("Atlantis", "I do not know that country")]
    [InlineData("", "I know organisations in: ")]
    public async Task Others_get_a_plain_answer(string country, string expected) => (await SayAsync(country)).ShouldContain(expected);

    private static async Task<string> SayAsync(string country)
    {
        var reply = await Command.HandleAsync(new Turn(Surface.Web, "organisation list", new Dictionary<string, string> { ["country"] = country }), TestContext.Current.CancellationToken);
        return string.Join('\n', reply.Blocks.Select(block => block.ToString()));
    }
}
