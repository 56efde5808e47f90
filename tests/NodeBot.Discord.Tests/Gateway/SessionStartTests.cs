using System.Text.Json.Nodes;
using NodeBot.Discord.Gateway;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Gateway;

/// <summary>Sessions are begun as Discord allows, and not at all when nothing gets better by trying again.</summary>
public sealed class SessionStartTests
{
    [Theory]
    [InlineData(4004, "NodeBot:Discord:Token")]
    [InlineData(4014, "intents")]
    [InlineData(4011, "NodeBot:Discord:Shards")]
    public async Task Fatal_codes_stop_with_the_mend(int code, string mend)
    {
        var discord = await FakeDiscord.StartAsync();
        discord.Gateway.RefusedIdentifies.Enqueue(code);
        await using var bot = await GatewayBot.StartAsync(discord);
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

    [Fact]
    public async Task Shards_begin_in_groups_five_seconds_apart_and_share_the_guilds()
    {
        var discord = await FakeDiscord.StartAsync();
        discord.Shards = 3;
        discord.MaxConcurrency = 2;
        await using var bot = await GatewayBot.StartAsync(discord);
        await TestBot.UntilAsync(() => discord.Gateway.Connected == 3, "all are connected", seconds: 15);
        var identifies = discord.Gateway.Received.Where(received => (int)received.Payload["op"]! == 2).ToDictionary(received => (int)received.Payload["d"]!["shard"]![0]!, received => received.At);
        identifies.Keys.Order().ShouldBe([0, 1, 2]);
        (identifies[2] - identifies[0]).TotalSeconds.ShouldBeGreaterThan(4.8);
        (identifies[1] - identifies[0]).TotalSeconds.ShouldBeLessThan(3);
        TestBot.Text((await GatewayBot.AskAsync(bot, "sharded?"))["data"]).ShouldContain("sharded?");
    }

    [Fact]
    public async Task When_the_sessions_of_the_day_are_used_up_it_waits_and_says_so()
    {
        var discord = await FakeDiscord.StartAsync();
        (discord.SessionsLeft, discord.SessionsResetAfter) = (3, 1500);
        await using var bot = await GatewayBot.StartAsync(discord);
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
        await using var second = await GatewayBot.StartAsync(discord, leases);
        await TestBot.UntilAsync(() => discord.Gateway.Connected == 1, "one connects");
        var first = await TestBot.StartAsync(change: GatewayBot.Gateway, discord: discord, leases: leases);
        await Task.Delay(500);
        discord.Gateway.Connected.ShouldBe(1);
        await first.DisposeAppAsync();
    }
}
