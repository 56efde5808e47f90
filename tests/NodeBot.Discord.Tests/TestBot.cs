using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodeBot.Core.Communities;
using NodeBot.Core.Conversation;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests;

/// <summary>The Discord surface over a few commands of its own, and a fake Discord that it talks to.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestBot(WebApplication app, FakeDiscord discord, LogLines log, CommunityDirectory communities) => (_app, Discord, Log, Communities) = (app, discord, log, communities);

    public FakeDiscord Discord { get; }

    public LogLines Log { get; }

    public CommunityDirectory Communities { get; }

    public HttpClient Client => _app.GetTestClient();

    public IServiceProvider Services => _app.Services;

    public static async Task<TestBot> StartAsync(IEnumerable<Command>? commands = null, Func<DiscordOptions, DiscordOptions>? change = null, FakeDiscord? discord = null, MemoryLeases? leases = null)
    {
        discord ??= await FakeDiscord.StartAsync();
        var options = new DiscordOptions { Token = FakeDiscord.Token, PublicKey = discord.PublicKey, ApiUrl = discord.Api, Gateway = false };
        options = change?.Invoke(options) ?? options;
        options.Problem().ShouldBeNull();
        var log = new LogLines();
        var store = new MemoryStore();
        var communities = new CommunityDirectory(() => Task.FromResult<CommunityStore>(store));
        var shared = leases ?? new MemoryLeases();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services
            .AddNodeBotDiscord(options, new Uri("https://nodebot.example/"))
            .AddSingleton(communities)
            .AddSingleton(new Dispatcher(commands ?? TestCommands.All, communities))
            .AddSingleton<LeaseSource>(() => Task.FromResult<Core.Replicas.Leases>(shared));
        var app = builder.Build().MapNodeBotDiscord();
        await app.StartAsync();
        return new TestBot(app, discord, log, communities);
    }

    /// <summary>Sends an interaction, signed.</summary>
    /// <returns>The first answer.</returns>
    public async Task<JsonNode> SendAsync(JsonObject interaction)
    {
        using var response = await Discord.SendAsync(Client, interaction);
        ((int)response.StatusCode).ShouldBeOneOf(200, 202);
        return await Discord.State(interaction).FirstAsync();
    }

    /// <returns>All that can be read in a message.</returns>
    public static string Text(JsonNode? message) => string.Join('\n', MessageRules.Flat(message?["components"]).Select(component => (string?)component["content"]).OfType<string>());

    public static async Task UntilAsync(Func<bool> condition, string what, int seconds = 10)
    {
        for (var i = 0; i < seconds * 50; i++)
        {
            if (condition())
                return;
            await Task.Delay(20);
        }

        condition().ShouldBeTrue(what);
    }

    /// <summary>Stops the bot and leaves Discord running.</summary>
    public ValueTask DisposeAppAsync() => _app.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Discord.DisposeAsync();
    }
}
