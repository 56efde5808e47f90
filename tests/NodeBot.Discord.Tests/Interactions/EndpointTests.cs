using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Interactions;

public sealed class EndpointTests
{
    private static readonly byte[] Ping = "{\"type\":1,\"id\":\"1\",\"application_id\":\"2\",\"token\":\"t\",\"version\":1}"u8.ToArray();

    [Fact]
    public async Task A_ping_is_answered_with_a_pong()
    {
        await using var bot = await TestBot.StartAsync();
        using var response = await bot.Discord.SendAsync(bot.Client, Ping, DateTimeOffset.UtcNow);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync()).ShouldBe("{\"type\":1}");
    }

    [Theory]
    [InlineData("X-Signature-Ed25519", null)]
    [InlineData("X-Signature-Timestamp", null)]
    [InlineData("X-Signature-Ed25519", "00")]
    [InlineData("X-Signature-Ed25519", "zz")]
    [InlineData("X-Signature-Timestamp", "yesterday")]
    [InlineData("X-Signature-Timestamp", "-1")]
    [InlineData("X-Signature-Timestamp", "99999999999999999999999999")]
    public async Task A_missing_or_malformed_signature_is_refused(string header, string? value)
    {
        await using var bot = await TestBot.StartAsync();
        using var response = await bot.Discord.SendAsync(bot.Client, Ping, DateTimeOffset.UtcNow, request =>
        {
            request.Headers.Remove(header);
            if (value is not null)
                request.Headers.TryAddWithoutValidation(header, value);
        });
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_body_time_or_key_is_refused_before_anything_is_parsed()
    {
        await using var bot = await TestBot.StartAsync();
        using var changed = await bot.Discord.SendAsync(bot.Client, Ping, DateTimeOffset.UtcNow, request => request.Content = new ByteArrayContent("no JSON at all"u8.ToArray()));
        changed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var moved = await bot.Discord.SendAsync(bot.Client, Ping, DateTimeOffset.UtcNow, request =>
        {
            request.Headers.Remove("X-Signature-Timestamp");
            request.Headers.Add("X-Signature-Timestamp", FormattableString.Invariant($"{DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 60}"));
        });
        moved.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await using var stranger = await FakeDiscord.StartAsync();
        using var foreign = await stranger.SendAsync(bot.Client, Ping, DateTimeOffset.UtcNow);
        foreign.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        bot.Log.Lines.Count(line => line.Contains("NodeBot:Discord:PublicKey")).ShouldBe(1, "a key that never fits is said once");
    }

    [Theory]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    [InlineData(-290, HttpStatusCode.OK)]
    [InlineData(310, HttpStatusCode.Unauthorized)]
    public async Task A_request_older_than_five_minutes_is_refused(int seconds, HttpStatusCode expected)
    {
        await using var bot = await TestBot.StartAsync();
        using var response = await bot.Discord.SendAsync(bot.Client, Ping, DateTimeOffset.UtcNow.AddSeconds(seconds));
        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_signed_body_that_is_no_interaction_gets_a_400_and_one_too_large_a_413()
    {
        await using var bot = await TestBot.StartAsync();
        using var garbage = await bot.Discord.SendAsync(bot.Client, "nonsense"u8.ToArray(), DateTimeOffset.UtcNow);
        garbage.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var large = await bot.Discord.SendAsync(bot.Client, Encoding.UTF8.GetBytes(new string(' ', 600 * 1024)), DateTimeOffset.UtcNow);
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task An_interaction_that_arrives_twice_is_handled_once()
    {
        await using var bot = await TestBot.StartAsync();
        var interaction = FakeInteractions.Ask("what?");
        TestBot.Text((await bot.SendAsync(interaction))["data"]).ShouldContain("You asked: what?");
        using var again = await bot.Discord.SendAsync(bot.Client, interaction);
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await again.Content.ReadAsStringAsync()).ShouldBeEmpty();
        bot.Discord.State(interaction).FollowUps.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_mutated_bodies_bring_nothing_down()
    {
        await using var bot = await TestBot.StartAsync();
        JsonObject[] seeds =
        [
            FakeInteractions.Ask("what?"), FakeInteractions.Command("nodebot", FakeInteractions.Subcommand("settings", FakeInteractions.Option("helpers", 7, "5"))), FakeInteractions.Menu("Explain this letter", "Dear"),
            FakeInteractions.Press("say:/rate good"), FakeInteractions.Press("pick:0", "why?"), FakeInteractions.Submit("fill:/form", ("name", "x")), FakeInteractions.Typing("guide", "passage", "num"), FakeInteractions.Ask("x").InPrivate(),
        ];
        var random = new Random(42);
        var counts = new Dictionary<HttpStatusCode, int>();
        async Task RunAsync(int number)
        {
            for (var i = 0; i < number; i++)
            {
                using var response = await bot.Discord.SendAsync(bot.Client, Mutation.Of(seeds[random.Next(seeds.Length)], random), DateTimeOffset.UtcNow);
                ((int)response.StatusCode).ShouldBeLessThan(500);
                counts[response.StatusCode] = counts.GetValueOrDefault(response.StatusCode) + 1;
            }
        }

        await RunAsync(5000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await RunAsync(5000);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        // Ids that were seen and recorded requests are kept, for a while and up to a bound.
        grown.ShouldBeLessThan(16 * 1024 * 1024);
        counts.Keys.ShouldBeSubsetOf([HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.BadRequest]);
        counts[HttpStatusCode.OK].ShouldBeGreaterThan(500);
        counts[HttpStatusCode.BadRequest].ShouldBeGreaterThan(500);
        bot.Discord.Violations.ShouldBeEmpty();
        TestBot.Text((await bot.SendAsync(FakeInteractions.Ask("still there?")))["data"]).ShouldContain("still there?");
    }
}
