using System.Text.Json.Nodes;
using NodeBot.Peers.Discord;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>A community's day: everything that members and moderators do with the bot.</summary>
internal static class Scenario
{
    /// <returns>Every first answer.</returns>
    public static async Task<List<JsonNode>> RunAsync(FakeDiscord discord, DiscordProgram program)
    {
        var firsts = new List<JsonNode>();
        async Task<JsonNode> SendAsync(JsonObject interaction)
        {
            using var response = await discord.SendAsync(program.Client, interaction);
            ((int)response.StatusCode).ShouldBeOneOf(200, 202);
            var first = await discord.State(interaction).FirstAsync();
            firsts.Add(first);
            return first;
        }

        await SendAsync(Settings(FakeInteractions.Option("helpers", 7, FakeDiscord.HelpersChannel), FakeInteractions.Option("language", 3, "de")));
        var answer = await SendAsync(FakeInteractions.Ask("what does German law say about exit nodes?"));
        foreach (var button in Buttons(answer).ToList())
        {
            var pressed = await SendAsync(FakeInteractions.Press(button));
            if ((int)pressed["type"]! == 9)
                await SendAsync(FakeInteractions.Submit((string)pressed["data"]!["custom_id"]!, (button.StartsWith("say:/human", StringComparison.Ordinal) ? "question" : "country", "Who can help me?")));
        }

        await SendAsync(FakeInteractions.Ask("what is the best pizza in town?"));
        await SendAsync(FakeInteractions.Command("guide"));
        await SendAsync(FakeInteractions.Command("help"));
        await SendAsync(FakeInteractions.Typing("guide", "passage", "log"));
        await SendAsync(FakeInteractions.Menu("Explain this letter", "Dear Sir, we represent the owner of a film and demand 900 EUR."));
        await SendAsync(FakeInteractions.Menu("Ask NodeBot about this", "should I keep logs?"));
        await SendAsync(FakeInteractions.Command("nodebot", FakeInteractions.Subcommand("feedback")).By(permissions: "32"));
        await SendAsync(FakeInteractions.Ask("in private?").InPrivate());

        var overGateway = FakeInteractions.Ask("should I keep logs?");
        await discord.EmitAsync(overGateway);
        await discord.State(overGateway).FirstAsync();
        var posted = discord.Messages.Count;
        await discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message($"<@{FakeDiscord.Application}> should I keep logs?"));
        await discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message($"<@{FakeDiscord.Application}> /help"));
        await DiscordProgram.UntilAsync(() => discord.Messages.Count >= posted + 2, "mentions are answered");

        // While Discord is slow to take a first answer there is nothing to see; a deferral comes from a slow handler, which the database makes.
        await DeferAsync(discord, program);
        return firsts;
    }

    public static JsonObject Settings(params JsonObject[] options) => FakeInteractions.Command("nodebot", FakeInteractions.Subcommand("settings", options)).By(permissions: "32");

    public static IEnumerable<string> Buttons(JsonNode answer) => MessageRules.Flat(answer["data"]!["components"]).Where(component => (int)component["type"]! == 2).Select(component => (string)component["custom_id"]!);

    // Posting to the helpers' channel waits as long as Discord does.
    private static async Task DeferAsync(FakeDiscord discord, DiscordProgram program)
    {
        var slow = true;
        discord.Prescribed = (_, path) => path == $"channels/{FakeDiscord.HelpersChannel}/messages" && slow ? FakeAnswer.TooMany(1) : null;
        var human = FakeInteractions.Command("human", FakeInteractions.Option("question", 3, "Is anybody there?"));
        using var response = await discord.SendAsync(program.Client, human);
        ((int)(await discord.State(human).FirstAsync())["type"]!).ShouldBe(5);
        slow = false;
        await DiscordProgram.UntilAsync(() => !discord.State(human).Edits.IsEmpty, "the deferred answer comes");
        discord.Prescribed = null;
    }
}
