using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using NodeBot.Discord.Messages;
using NodeBot.Discord.Rendering;
using NodeBot.Discord.Rest;
using NodeBot.Discord.Wire;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Rest;

public sealed class DiscordHttpTests
{
    [Fact]
    public async Task A_429_is_waited_out_as_its_body_says()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var refused = 0;
        discord.Prescribed = (_, path) => path.EndsWith("messages", StringComparison.Ordinal) && refused++ < 2 ? FakeAnswer.TooMany(0.3) : null;
        using var log = new LogLines();
        var started = Stopwatch.GetTimestamp();
        var sent = await Client(discord, log).PostAsync(FakeDiscord.Channel, Message("a"), [], TestContext.Current.CancellationToken);
        sent.IsSuccess.ShouldBeTrue();
        Stopwatch.GetElapsedTime(started).TotalMilliseconds.ShouldBeInRange(600, 5000);
    }

    [Fact]
    public async Task A_used_up_bucket_waits_and_others_go_on()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Prescribed = (_, path) => path == $"channels/{FakeDiscord.Channel}/messages"
            ? new FakeAnswer(200, new JsonObject { ["id"] = "1" }, new Dictionary<string, string> { ["X-RateLimit-Bucket"] = "b", ["X-RateLimit-Limit"] = "5", ["X-RateLimit-Remaining"] = "0", ["X-RateLimit-Reset-After"] = "0.5" })
            : null;
        using var log = new LogLines();
        var client = Client(discord, log);
        var started = Stopwatch.GetTimestamp();
        await client.PostAsync(FakeDiscord.Channel, Message("a"), [], TestContext.Current.CancellationToken);
        var second = client.PostAsync(FakeDiscord.Channel, Message("b"), [], TestContext.Current.CancellationToken);
        await client.PostAsync(FakeDiscord.HelpersChannel, Message("c"), [], TestContext.Current.CancellationToken);
        second.IsCompleted.ShouldBeFalse("the first channel's bucket is used up, the other channel's is not");
        await second;
        Stopwatch.GetElapsedTime(started).TotalMilliseconds.ShouldBeInRange(500, 5000);
    }

    [Fact]
    public async Task No_more_than_fifty_requests_go_out_in_a_second()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var log = new LogLines();
        var client = Client(discord, log);
        var times = new List<long>();
        discord.Prescribed = (_, _) =>
        {
            lock (times)
                times.Add(Stopwatch.GetTimestamp());
            return null;
        };
        await Task.WhenAll(Enumerable.Range(1, 120).Select(i => client.ChannelAsync($"{i}", TestContext.Current.CancellationToken)));
        times.Sort();
        for (var i = RateLimits.GlobalPerSecond; i < times.Count; i++)
            Stopwatch.GetElapsedTime(times[i - RateLimits.GlobalPerSecond], times[i]).TotalMilliseconds.ShouldBeGreaterThan(800);
        // Answers to interactions are not under that limit.
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(1, 200).Select(i => client.CallbackAsync("1", $"t{i}", new PongProperties(), [], TestContext.Current.CancellationToken)));
        Stopwatch.GetElapsedTime(started).TotalMilliseconds.ShouldBeLessThan(2500, "under the limit it would be at least three seconds");
    }

    [Fact]
    public async Task A_revoked_token_is_said_once_and_nothing_more_is_sent_with_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var log = new LogLines();
        var client = Client(discord, log, "MTIwMDAwMDAwMDAwMDAwMDAwMQ.wrong.token");
        for (var i = 0; i < 5; i++)
            (await client.ChannelAsync(FakeDiscord.Channel, TestContext.Current.CancellationToken)).Failure!.Mend.ShouldContain("NodeBot:Discord:Token");
        discord.Requests.Count.ShouldBe(1);
        log.Lines.ShouldContain(line => line.StartsWith("Error") && line.Contains("NodeBot:Discord:Token"));
        log.Lines.ShouldNotContain(line => line.Contains("wrong.token"));
        // An interaction's own token still works.
        (await client.CallbackAsync("1", "t", new PongProperties(), [], TestContext.Current.CancellationToken)).Failure!.Kind.ShouldBe(DiscordFailureKind.NotFound);
    }

    [Fact]
    public async Task A_storm_of_refusals_is_ended_long_before_the_ban()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Prescribed = (_, _) => FakeAnswer.Error(403, 50001);
        using var log = new LogLines();
        var client = Client(discord, log);
        var failures = new List<DiscordFailureKind>();
        for (var i = 0; i < InvalidRequestGuard.Most + 50; i++)
            failures.Add((await client.CallbackAsync("1", "t", new PongProperties(), [], TestContext.Current.CancellationToken)).Failure!.Kind);
        discord.Requests.Count.ShouldBe(InvalidRequestGuard.Most);
        failures.TakeLast(50).ShouldAllBe(kind => kind == DiscordFailureKind.NotSent);
        InvalidRequestGuard.Most.ShouldBeLessThan(5000);
    }

    [Fact]
    public async Task Errors_of_the_server_are_tried_again_only_where_that_is_safe()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var failing = 2;
        discord.Prescribed = (_, _) => failing-- > 0 ? new FakeAnswer(502) : null;
        using var log = new LogLines();
        var client = Client(discord, log);
        (await client.PostAsync(FakeDiscord.Channel, Message("once"), [], TestContext.Current.CancellationToken)).IsSuccess.ShouldBeTrue();
        discord.Messages.Count.ShouldBe(1);
        failing = 1;
        (await client.FollowUpAsync(FakeDiscord.Application, "t", Message("x"), [], TestContext.Current.CancellationToken)).IsSuccess.ShouldBeFalse();
        discord.Requests.Count(request => request.Path.StartsWith("webhooks")).ShouldBe(1);
    }

    [Fact]
    public async Task A_first_answer_whose_receipt_was_lost_is_not_given_twice()
    {
        await using var bot = await TestBot.StartAsync(change: options => options with { PublicKey = null, Gateway = true });
        await TestBot.UntilAsync(() => bot.Discord.Gateway.Connected == 1, "connected");
        var interaction = FakeInteractions.Ask("what?");
        var calls = 0;
        bot.Discord.Prescribed = (_, path) =>
        {
            if (!path.EndsWith("callback", StringComparison.Ordinal) || calls++ > 0)
                return null;
            // It is taken, and the receipt lost on the way.
            bot.Discord.State(interaction).Lose();
            return new FakeAnswer(503);
        };
        await bot.Discord.EmitAsync(interaction);
        await TestBot.UntilAsync(() => bot.Discord.Requests.Count(request => request.Path.EndsWith("callback")) == 2, "tried again");
        await Task.Delay(200);
        bot.Log.Lines.ShouldNotContain(line => line.Contains("was not answered"));
    }

    [Fact]
    public async Task What_does_not_answer_is_one_line_without_addresses_or_tokens()
    {
        using var log = new LogLines();
        var options = new DiscordOptions { Token = FakeDiscord.Token, ApiUrl = new Uri($"http://127.0.0.1:{Peers.FreePort.Next()}/api/v10") };
        var client = Create(options, log);
        var sent = await client.CallbackAsync("1", "interaction-token", new PongProperties(), [], TestContext.Current.CancellationToken);
        sent.Failure!.Kind.ShouldBe(DiscordFailureKind.Unreachable);
        log.Lines.ShouldNotBeEmpty();
        log.Lines.ShouldNotContain(line => line.Contains("interaction-token") || line.Contains(FakeDiscord.Token) || line.Contains('\n'));
    }

    [Fact]
    public async Task Posts_of_one_key_are_one_message_and_a_closed_channel_is_explained()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var log = new LogLines();
        var poster = new DiscordPoster(Client(discord, log), new DiscordRendering(MessageStyle.Components, null), new DiscordOptions { Token = FakeDiscord.Token });
        for (var i = 0; i < 2; i++)
            (await poster.PostAsync("discord:1", FakeDiscord.HelpersChannel, Core.Conversation.Reply.Of("Help"), "1300000000000000001", TestContext.Current.CancellationToken)).ShouldBeNull();
        discord.Messages.Count.ShouldBe(1);
        (await poster.PostAsync("discord:1", FakeDiscord.ClosedChannel, Core.Conversation.Reply.Of("Help"), "x", TestContext.Current.CancellationToken))!.ShouldContain("View Channel");
        (await poster.CheckAsync("discord:1", FakeDiscord.ClosedChannel, TestContext.Current.CancellationToken))!.ShouldContain("View Channel");
        (await poster.PostAsync("discord:1", "../../users/@me", Core.Conversation.Reply.Of("Help"), "x", TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    private static MessageProperties Message(string text) => new() { Components = [ComponentProperties.Text(text)], Flags = MessageProperties.ComponentsV2, Nonce = text, EnforceNonce = true };

    private static DiscordClient Client(FakeDiscord discord, LogLines log, string token = FakeDiscord.Token) => Create(new DiscordOptions { Token = token, ApiUrl = discord.Api }, log);

    private static DiscordClient Create(DiscordOptions options, LogLines log) =>
        new(new DiscordHttp(NodeBotDiscord.CreateHttp(), options, TimeProvider.System, LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<DiscordHttp>()));
}
