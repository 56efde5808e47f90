using System.Text.Json.Nodes;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Gateway;

/// <summary>A bot that is on the gateway of a fake Discord.</summary>
internal static class GatewayBot
{
    public static DiscordOptions Gateway(DiscordOptions options) => options with { PublicKey = null, Gateway = true };

    public static Task<TestBot> StartAsync(FakeDiscord discord, MemoryLeases? leases = null) => TestBot.StartAsync(change: Gateway, discord: discord, leases: leases);

    public static async Task<TestBot> ConnectedAsync(Action<FakeDiscord>? prepare = null)
    {
        var discord = await FakeDiscord.StartAsync();
        prepare?.Invoke(discord);
        var bot = await StartAsync(discord);
        await TestBot.UntilAsync(() => discord.Gateway.Connected == 1 && bot.Log.Lines.Any(line => line.Contains("is connected")), "it connects");
        return bot;
    }

    public static async Task<JsonNode> AskAsync(TestBot bot, string question)
    {
        var interaction = FakeInteractions.Ask(question);
        await bot.Discord.EmitAsync(interaction);
        return await bot.Discord.State(interaction).FirstAsync();
    }
}
