using System.Text.Json.Nodes;
using NodeBot.Discord.Gateway;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Gateway;

/// <summary>The connection through everything that goes wrong with connections.</summary>
public sealed class GatewayTests
{
    [Fact]
    public async Task It_identifies_without_privileged_intents_and_answers()
    {
        await using var bot = await ConnectedAsync();
        var identify = bot.Discord.Gateway.Received.Single(received => (int)received.Payload["op"]! == 2).Payload["d"]!;
        ((int)identify["intents"]!).ShouldBe(4609);
        identify["shard"]!.ToJsonString().ShouldBe("[0,1]");
        bot.Discord.Gateway.UserAgents.ShouldAllBe(agent => agent.StartsWith("DiscordBot ("));
        TestBot.Text((await AskAsync(bot, "over the gateway?"))["data"]).ShouldContain("You asked: over the gateway?");
    }

    [Fact]
    public async Task It_beats_in_time_and_at_once_when_asked()
    {
        await using var bot = await ConnectedAsync(discord => discord.Gateway.HeartbeatInterval = 300);
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op: 1) >= 3, "it beats");
        var beats = bot.Discord.Gateway.Received.Where(received => (int)received.Payload["op"]! == 1).ToList();
        (beats[2].At - beats[1].At).TotalMilliseconds.ShouldBeInRange(200, 1500);
        ((long)beats[2].Payload["d"]!).ShouldBeGreaterThanOrEqualTo(2);
        var before = bot.Discord.Gateway.Count(op: 1);
        await bot.Discord.Gateway.AskBeatAsync();
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op: 1) > before, "it beats when asked");
    }

    [Fact]
    public async Task A_zombie_is_cut_and_the_session_resumed()
    {
        await using var bot = await ConnectedAsync(discord => discord.Gateway.HeartbeatInterval = 200);
        bot.Discord.Gateway.AcknowledgesHeartbeats = false;
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op: 6) >= 1, "it resumes");
        bot.Discord.Gateway.AcknowledgesHeartbeats = true;
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Connected == 1, "it is connected again");
        bot.Discord.Gateway.Count(op: 2).ShouldBe(1, "the session was not begun anew");
        TestBot.Text((await AskAsync(bot, "alive?"))["data"]).ShouldContain("alive?");
    }

    [Fact]
    public async Task What_was_said_while_the_connection_was_cut_is_answered_after_it()
    {
        await using var bot = await ConnectedAsync();
        for (var i = 0; i < 5; i++)
        {
            bot.Discord.Gateway.DropAll();
            TestBot.Text((await AskAsync(bot, $"question {i}"))["data"]).ShouldContain($"question {i}");
        }

        bot.Discord.Gateway.Count(op: 2).ShouldBe(1);
        bot.Discord.Gateway.Count(op: 6).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_wish_to_reconnect_is_followed_without_losing_the_session()
    {
        await using var bot = await ConnectedAsync();
        await bot.Discord.Gateway.AskReconnectAsync();
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op: 6) == 1 && bot.Discord.Gateway.Connected == 1, "it resumes");
        bot.Discord.Gateway.Closes.First().ShouldNotBe(1000);
        bot.Discord.Gateway.Closes.First().ShouldNotBe(1001);
        TestBot.Text((await AskAsync(bot, "there?"))["data"]).ShouldContain("there?");
    }

    [Theory]
    [InlineData(4000, 6)]
    [InlineData(4008, 6)]
    [InlineData(4007, 2)]
    [InlineData(4009, 2)]
    public async Task After_a_close_it_resumes_or_begins_anew_as_the_code_says(int code, int op)
    {
        await using var bot = await ConnectedAsync();
        var before = bot.Discord.Gateway.Count(op);
        await bot.Discord.Gateway.CloseAllAsync(code);
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op) == before + 1, "it comes back");
        TestBot.Text((await AskAsync(bot, "back?"))["data"]).ShouldContain("back?");
    }

    [Theory]
    [InlineData(4004, "NodeBot:Discord:Token")]
    [InlineData(4014, "intents")]
    [InlineData(4011, "NodeBot:Discord:Shards")]
    public async Task Fatal_codes_stop_with_the_mend(int code, string mend)
    {
        var discord = await FakeDiscord.StartAsync();
        discord.Gateway.RefusedIdentifies.Enqueue(code);
        await using var bot = await StartAsync(discord);
        await TestBot.UntilAsync(() => bot.Log.Lines.Any(line => line.StartsWith("Error") && line.Contains(mend)), "it says why");
        await Task.Delay(1500);
        bot.Discord.Gateway.Count(op: 2).ShouldBe(1, "it does not try again");
        bot.Log.Lines.ShouldNotContain(line => line.Contains(FakeDiscord.Token));
    }

    [Fact]
    public async Task A_wrong_token_stops_it_after_one_request()
    {
        var discord = await FakeDiscord.StartAsync();
        await using var bot = await TestBot.StartAsync(change: options => options with { PublicKey = null, Gateway = true, Token = "MTIw.wrong.token" }, discord: discord);
        await TestBot.UntilAsync(() => bot.Log.Lines.Any(line => line.StartsWith("Error") && line.Contains("not connected any more")), "it says why");
        discord.Requests.Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invalid_session_is_resumed_or_begun_anew(bool canResume)
    {
        await using var bot = await ConnectedAsync();
        bot.Discord.Gateway.InvalidSessions.Enqueue(canResume);
        bot.Discord.Gateway.DropAll();
        await TestBot.UntilAsync(() => bot.Discord.Gateway.InvalidSessions.IsEmpty && bot.Discord.Gateway.Connected >= 1, "it comes back");
        bot.Discord.Gateway.Count(op: 2).ShouldBe(canResume ? 1 : 2);
        TestBot.Text((await AskAsync(bot, "back?"))["data"]).ShouldContain("back?");
    }

    [Fact]
    public async Task Events_that_come_twice_and_out_of_order_are_handled_once()
    {
        await using var bot = await ConnectedAsync();
        var interactions = Enumerable.Range(0, 5).Select(i => FakeInteractions.Ask($"q{i}")).ToList();
        foreach (var interaction in interactions)
            await bot.Discord.EmitAsync(interaction);
        await bot.Discord.Gateway.RepeatAsync(5);
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message($"<@{FakeDiscord.Application}> hello?"));
        await bot.Discord.Gateway.RepeatAsync(1);
        foreach (var interaction in interactions)
            await bot.Discord.State(interaction).FirstAsync();
        await TestBot.UntilAsync(() => !bot.Discord.Messages.IsEmpty, "the mention is answered");
        await Task.Delay(300);
        bot.Discord.Messages.Count.ShouldBe(1);
        bot.Discord.Requests.Count(request => request.Path.EndsWith("callback")).ShouldBe(5);
        // A late repetition does not set the position back.
        bot.Discord.Gateway.DropAll();
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op: 6) == 1, "it resumes");
        ((long)bot.Discord.Gateway.Received.Single(received => (int)received.Payload["op"]! == 6).Payload["d"]!["seq"]!).ShouldBe(8);
    }

    [Fact]
    public async Task Nonsense_from_the_gateway_does_no_harm()
    {
        await using var bot = await ConnectedAsync();
        await bot.Discord.Gateway.EmitAsync("INTERACTION_CREATE", new JsonObject { ["id"] = 5, ["data"] = "x" });
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", new JsonObject { ["mentions"] = new JsonArray((JsonNode?)null), ["author"] = null });
        await bot.Discord.Gateway.EmitAsync("SOMETHING_NEW", new JsonObject { ["x"] = 1 });
        TestBot.Text((await AskAsync(bot, "still?"))["data"]).ShouldContain("still?");
        bot.Discord.Gateway.Count(op: 2).ShouldBe(1);
    }

    [Fact]
    public async Task Shards_begin_in_groups_five_seconds_apart_and_share_the_guilds()
    {
        var discord = await FakeDiscord.StartAsync();
        discord.Shards = 3;
        discord.MaxConcurrency = 2;
        await using var bot = await StartAsync(discord);
        await TestBot.UntilAsync(() => discord.Gateway.Connected == 3, "all are connected", seconds: 15);
        var identifies = discord.Gateway.Received.Where(received => (int)received.Payload["op"]! == 2).ToDictionary(received => (int)received.Payload["d"]!["shard"]![0]!, received => received.At);
        identifies.Keys.Order().ShouldBe([0, 1, 2]);
        (identifies[2] - identifies[0]).TotalSeconds.ShouldBeGreaterThan(4.8);
        (identifies[1] - identifies[0]).TotalSeconds.ShouldBeLessThan(3);
        TestBot.Text((await AskAsync(bot, "sharded?"))["data"]).ShouldContain("sharded?");
    }

    [Fact]
    public async Task When_the_sessions_of_the_day_are_used_up_it_waits_and_says_so()
    {
        var discord = await FakeDiscord.StartAsync();
        (discord.SessionsLeft, discord.SessionsResetAfter) = (3, 1500);
        await using var bot = await StartAsync(discord);
        await TestBot.UntilAsync(() => bot.Log.Lines.Any(line => line.Contains("would reset its token")), "it says so");
        discord.Gateway.Count(op: 2).ShouldBe(0);
        discord.SessionsLeft = 1000;
        await TestBot.UntilAsync(() => discord.Gateway.Connected == 1, "it goes on when the count starts anew");
    }

    [Fact]
    public async Task Of_two_replicas_one_is_connected_and_the_other_follows_it()
    {
        var leases = new MemoryLeases();
        var discord = await FakeDiscord.StartAsync();
        await using var second = await StartAsync(discord, leases);
        await TestBot.UntilAsync(() => discord.Gateway.Connected == 1, "one connects");
        var first = await TestBot.StartAsync(change: Gateway, discord: discord, leases: leases);
        await Task.Delay(500);
        discord.Gateway.Connected.ShouldBe(1);
        await first.DisposeAppAsync();
    }

    [Fact]
    public async Task Server_errors_and_rate_limits_lose_no_interaction()
    {
        await using var bot = await ConnectedAsync();
        var random = new Random(7);
        var refused = new Dictionary<string, int>();
        bot.Discord.Prescribed = (_, path) =>
        {
            if (!path.EndsWith("callback", StringComparison.Ordinal))
                return null;
            lock (random)
            {
                // Each is refused twice at most: a first answer is worth nothing after three seconds.
                if ((refused[path] = refused.GetValueOrDefault(path) + 1) > 2)
                    return null;
                return random.Next(3) switch
                {
                    0 => new FakeAnswer(502),
                    1 => FakeAnswer.TooMany(0.05),
                    _ => null,
                };
            }
        };
        var interactions = Enumerable.Range(0, 60).Select(i => FakeInteractions.Ask($"q{i}")).ToList();
        foreach (var interaction in interactions)
            await bot.Discord.EmitAsync(interaction);
        var answered = await Task.WhenAll(interactions.Select(interaction => bot.Discord.State(interaction).FirstAsync()));
        answered.Length.ShouldBe(60);
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_interaction_that_comes_both_ways_is_answered_once()
    {
        var discord = await FakeDiscord.StartAsync();
        await using var bot = await TestBot.StartAsync(change: options => options with { Gateway = true }, discord: discord);
        await TestBot.UntilAsync(() => discord.Gateway.Connected == 1 && bot.Log.Lines.Any(line => line.Contains("is connected")), "it connects");
        var interactions = Enumerable.Range(0, 20).Select(i => FakeInteractions.Ask($"q{i}")).ToList();
        var statuses = new List<int>();
        foreach (var interaction in interactions)
        {
            var overGateway = discord.EmitAsync(interaction);
            using var response = await discord.SendAsync(bot.Client, interaction);
            statuses.Add((int)response.StatusCode);
            await overGateway;
            await discord.State(interaction).FirstAsync();
        }

        await Task.Delay(300);
        // Either the response holds the answer, or a request of ours brought it.
        discord.Requests.Count(request => request.Path.EndsWith("callback")).ShouldBe(statuses.Count(status => status == 202));
        bot.Log.Lines.ShouldNotContain(line => line.Contains("was not answered"));
    }

    [Fact]
    public void The_default_intents_are_not_privileged() => (Intents.Default & ((1 << 1) | (1 << 8) | (1 << 15))).ShouldBe(0);

    private static DiscordOptions Gateway(DiscordOptions options) => options with { PublicKey = null, Gateway = true };

    private static Task<TestBot> StartAsync(FakeDiscord discord, MemoryLeases? leases = null) => TestBot.StartAsync(change: Gateway, discord: discord, leases: leases);

    private static async Task<TestBot> ConnectedAsync(Action<FakeDiscord>? prepare = null)
    {
        var discord = await FakeDiscord.StartAsync();
        prepare?.Invoke(discord);
        var bot = await StartAsync(discord);
        await TestBot.UntilAsync(() => discord.Gateway.Connected == 1 && bot.Log.Lines.Any(line => line.Contains("is connected")), "it connects");
        return bot;
    }

    private static async Task<JsonNode> AskAsync(TestBot bot, string question)
    {
        var interaction = FakeInteractions.Ask(question);
        await bot.Discord.EmitAsync(interaction);
        return await bot.Discord.State(interaction).FirstAsync();
    }
}
