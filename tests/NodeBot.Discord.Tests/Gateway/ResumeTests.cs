using System.Text.Json.Nodes;
using NodeBot.Discord.Gateway;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Gateway;

/// <summary>The connection breaks, and nothing is lost.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task What_was_said_while_the_connection_was_cut_is_answered_after_it()
    {
        await using var bot = await GatewayBot.ConnectedAsync();
        for (var i = 0; i < 5; i++)
        {
            bot.Discord.Gateway.DropAll();
            TestBot.Text((await GatewayBot.AskAsync(bot, $"question {i}"))["data"]).ShouldContain($"question {i}");
        }

        bot.Discord.Gateway.Count(op: 2).ShouldBe(1);
        bot.Discord.Gateway.Count(op: 6).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Theory]
    [InlineData(4000, 6)]
    [InlineData(4008, 6)]
    [InlineData(4007, 2)]
    [InlineData(4009, 2)]
    public async Task After_a_close_it_resumes_or_begins_anew_as_the_code_says(int code, int op)
    {
        await using var bot = await GatewayBot.ConnectedAsync();
        var before = bot.Discord.Gateway.Count(op);
        await bot.Discord.Gateway.CloseAllAsync(code);
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op) == before + 1, "it comes back");
        TestBot.Text((await GatewayBot.AskAsync(bot, "back?"))["data"]).ShouldContain("back?");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invalid_session_is_resumed_or_begun_anew(bool canResume)
    {
        await using var bot = await GatewayBot.ConnectedAsync();
        bot.Discord.Gateway.InvalidSessions.Enqueue(canResume);
        bot.Discord.Gateway.DropAll();
        await TestBot.UntilAsync(() => bot.Discord.Gateway.InvalidSessions.IsEmpty && bot.Discord.Gateway.Connected >= 1, "it comes back");
        bot.Discord.Gateway.Count(op: 2).ShouldBe(canResume ? 1 : 2);
        TestBot.Text((await GatewayBot.AskAsync(bot, "back?"))["data"]).ShouldContain("back?");
    }

    [Fact]
    public async Task When_the_place_to_resume_at_is_gone_a_new_session_is_begun()
    {
        await using var bot = await GatewayBot.ConnectedAsync(discord => discord.Gateway.ResumeUrl = $"ws://127.0.0.1:{Peers.FreePort.Next()}/gone");
        bot.Discord.Gateway.DropAll();
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Count(op: 2) == 2, "it begins anew", seconds: 30);
        TestBot.Text((await GatewayBot.AskAsync(bot, "back?"))["data"]).ShouldContain("back?");
    }

    [Fact]
    public async Task Events_that_come_twice_and_out_of_order_are_handled_once()
    {
        await using var bot = await GatewayBot.ConnectedAsync();
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
        await using var bot = await GatewayBot.ConnectedAsync();
        await bot.Discord.Gateway.EmitAsync("INTERACTION_CREATE", new JsonObject { ["id"] = 5, ["data"] = "x" });
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", new JsonObject { ["mentions"] = new JsonArray((JsonNode?)null), ["author"] = null });
        await bot.Discord.Gateway.EmitAsync("SOMETHING_NEW", new JsonObject { ["x"] = 1 });
        TestBot.Text((await GatewayBot.AskAsync(bot, "still?"))["data"]).ShouldContain("still?");
        bot.Discord.Gateway.Count(op: 2).ShouldBe(1);
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
}
