using Microsoft.Extensions.Time.Testing;
using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Providers;
using NodeBot.Core.Tests.Jurisdictions;

namespace NodeBot.Core.Tests.Providers;

public sealed class ProviderCommandTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
    private static readonly ProviderListCommand List = new(TestCountries.Knowledge(), new CountryFinder(TestCountries.Knowledge()), Time);
    private static readonly ProviderLookupCommand Lookup = new(TestCountries.Knowledge(), new CountryFinder(TestCountries.Knowledge()), List, Time);

    [Theory]
    [InlineData("Hetzner")]
    [InlineData("hetzner online")]
    [InlineData("hetzer")]
    [InlineData("AS24940")]
    [InlineData("24940")]
    public async Task A_provider_is_found_by_name_slip_or_network(string name)
    {
        var reply = await LookAsync(name);
        var text = Text(reply);
        foreach (var expected in new[] { "Hetzner is reported to allow exit nodes.", "Tolerated.", "2021-09-27, old report", "confidence low", "Crowded network: Look elsewhere.", "in writing" })
            text.ShouldContain(expected);
        reply.Actions.Single().Says.ShouldBe("/letter write ask-host-permission");
    }

    [Theory]
    [InlineData("Linode", "not to allow exit nodes, but to allow relays")]
    [InlineData("Swiss Made Host", "Report: undated")]
    [InlineData("Germany", "Providers in Germany")]
    [InlineData("AS1", "Nothing is reported of the network AS1")]
    [InlineData("Nobody Ltd", "neither yes nor no")]
    [InlineData("", "Which provider?")]
    [InlineData("AS99999999999999", "neither yes nor no")]
    public async Task Whatever_is_asked_gets_a_plain_answer(string name, string expected) => Text(await LookAsync(name)).ShouldContain(expected);

    [Fact]
    public async Task A_country_lists_those_that_allow_exits_first_with_their_age()
    {
        var text = Text(await ListAsync("Germany"));
        text.IndexOf("Hetzner (2021-09-27, old report, crowded network)").ShouldBeInRange(0, text.IndexOf("Linode (2026)"));
        Text(await ListAsync("Germany", "no")).ShouldNotContain("Hetzner");
        Text(await ListAsync("Germany", "maybe")).ShouldContain("yes, no, unclear");
        Text(await ListAsync("Atlantis")).ShouldContain("I know providers in:");
        Text(await ListAsync("France")).ShouldContain("Nothing is reported");
    }

    [Theory]
    [InlineData(null, "undated")]
    [InlineData("2021", "old report")]
    [InlineData("2024", null)]
    [InlineData("2024-10", "old report")]
    [InlineData("2024-11", null)]
    [InlineData("2024-11-23", "old report")]
    [InlineData("2024-11-24", null)]
    public void Reports_older_than_two_years_are_old(string? asOf, string? mark) => ReportAge.Mark(asOf, Time.GetUtcNow()).ShouldBe(mark);

    private static ValueTask<Reply> LookAsync(string name) => Lookup.HandleAsync(Turn(("name", name)), TestContext.Current.CancellationToken);

    private static ValueTask<Reply> ListAsync(string country, string? allows = null) =>
        List.HandleAsync(allows is null ? Turn(("country", country)) : Turn(("country", country), ("allows", allows)), TestContext.Current.CancellationToken);

    private static Turn Turn(params (string Name, string Value)[] options) => new(Surface.Web, "provider lookup", options.ToDictionary(option => option.Name, option => option.Value));

    private static string Text(Reply reply) => string.Join('\n', reply.Blocks.Select(block => block.ToString()));
}
