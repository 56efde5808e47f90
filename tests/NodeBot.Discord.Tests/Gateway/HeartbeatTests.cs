using System.Text.Json.Nodes;
using NodeBot.Discord.Gateway;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Gateway;

/// <summary>The connection lives, and is seen to be dead when it is.</summary>
public sealed class HeartbeatTests
{
    [Fact]
    public async Task It_identifies_without_privileged_intents_and_answers()
    {
        await using var bot = await GatewayBot.ConnectedAsync();
        var identify = bot.Discord.Gateway.Received.Single(received => (int)received.Payload["op"]! == 2).Payload["d"]!;
        ((int)identify["intents"]!).ShouldBe(4609);
        identify["shard"]!.ToJsonString().ShouldBe("[0,1]");
        bot.Discord.Gateway.UserAgents.ShouldAllBe(agent => agent.StartsWith("DiscordBot ("));
        TestBot.Text((await GatewayBot.AskAsync(bot, "over the gateway?"))["data"]).ShouldContain("You asked: over the gateway?");
    }

    [Fact]
    public async Task It_beats_in_time_and_at_once_when_asked()
    {
        await using var bot = await GatewayBot.ConnectedAsync(discord => discord.Gateway.HeartbeatInterval = 300);
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
        await using var bot = await GatewayBot.ConnectedAsync(discord => discord.Gateway.HeartbeatInterval = 200);
        bot.Discord.Gateway.AcknowledgesHeartbeats = false;
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op: 6) >= 1, "it resumes");
        bot.Discord.Gateway.AcknowledgesHeartbeats = true;
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Connected == 1, "it is connected again");
        bot.Discord.Gateway.Count(op: 2).ShouldBe(1, "the session was not begun anew");
        TestBot.Text((await GatewayBot.AskAsync(bot, "alive?"))["data"]).ShouldContain("alive?");
    }

    [Fact]
    public async Task A_wish_to_reconnect_is_followed_without_losing_the_session()
    {
        await using var bot = await GatewayBot.ConnectedAsync();
        await bot.Discord.Gateway.AskReconnectAsync();
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op: 6) == 1 && bot.Discord.Gateway.Connected == 1, "it resumes");
        bot.Discord.Gateway.Closes.First().ShouldNotBe(1000);
        bot.Discord.Gateway.Closes.First().ShouldNotBe(1001);
        TestBot.Text((await GatewayBot.AskAsync(bot, "there?"))["data"]).ShouldContain("there?");
    }

    [Fact]
    public async Task Server_errors_and_rate_limits_lose_no_interaction()
    {
        await using var bot = await GatewayBot.ConnectedAsync();
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
    public void The_default_intents_are_not_privileged() => (Intents.Default & ((1 << 1) | (1 << 8) | (1 << 15))).ShouldBe(0);
}
