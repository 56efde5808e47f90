using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Registries;
using NodeBot.Core.Tests.Jurisdictions;

namespace NodeBot.Core.Tests.Registries;

public sealed class RegistryCommandTests
{
    private static readonly RegistryCommand Command = new(TestCountries.Knowledge(), new CountryFinder(TestCountries.Knowledge()));

    [Theory]
    [InlineData("193.0.6.139", "https://rdap.db.ripe.net/ip/193.0.6.139")]
    [InlineData("[2a01:4f8::1]/64", "https://rdap.db.ripe.net/ip/2a01:4f8::1")]
    [InlineData("8.8.8.8", "https://rdap.org/ip/8.8.8.8")]
    [InlineData("41.1.1.1", "https://rdap.org/ip/41.1.1.1")]
    [InlineData("2410::1", "https://rdap.org/ip/2410::1")]
    public async Task An_address_gets_the_link_to_its_record(string place, string link)
    {
        var reply = await SayAsync(place);
        reply.Visibility.ShouldBe(Visibility.Private);
        reply.Blocks.OfType<LinksBlock>().First().Links.Single().Url.ShouldBe(link);
    }

    [Theory]
    [InlineData("192.168.0.1", "set aside for private networks")]
    [InlineData("4000::1", "not given out")]
    [InlineData("1.2.3.4:80", "without a port")]
    [InlineData("Atlantis", "I do not know that place")]
    [InlineData("Austrlia", "Austria, Australia?")]
    [InlineData("Japan", "one of RIPE NCC, ARIN")]
    [InlineData("", "Name a country or an IP address")]
    public async Task What_has_no_record_gets_a_plain_answer(string place, string expected) => Text(await SayAsync(place)).ShouldContain(expected);

    [Theory]
    [InlineData("Germany")]
    [InlineData("RIPE")]
    public async Task A_country_or_a_registry_gets_what_holders_and_customers_can_do(string place)
    {
        var text = Text(await SayAsync(place));
        foreach (var expected in new[] { "RIPE NCC", "Make an inetnum.", "Ask the provider.", "Ask for a notice page.", "Only the holder can.", "abuse-c" })
            text.ShouldContain(expected);
    }

    private static ValueTask<Reply> SayAsync(string place) =>
        Command.HandleAsync(new Turn(Surface.Web, "registry", new Dictionary<string, string> { ["place"] = place }), TestContext.Current.CancellationToken);

    private static string Text(Reply reply) => string.Join('\n', reply.Blocks.Select(block => block.ToString()));
}
