using System.Text.Json;
using System.Text.Json.Nodes;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Discord;
using NodeBot.Discord.Commands;
using NodeBot.Discord.Rendering;
using NodeBot.Discord.Wire;
using NodeBot.Peers.Discord;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>Every body that the bot sends is as Discord's OpenAPI description says.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task Everything_that_the_program_sends_is_as_described()
    {
        Assert.SkipWhen(OpenApiCheck.File is null, "Discord's OpenAPI description is not here (../shared/contracts).");
        await using var discord = await FakeDiscord.StartAsync();
        using var program = new DiscordProgram(discord);
        (await program.RunAsync("discord", "register")).Code.ShouldBe(0);
        await program.ServeAsync();
        var firsts = await Scenario.RunAsync(discord, program);
        discord.Violations.ShouldBeEmpty();

        var bodies = discord.Requests.Where(request => request.Body is not null && request.Status < 300).Select(request => (request.Method, request.Path, request.Body!))
            .Concat(firsts.Select(body => ("POST", "interactions/1/t/callback", body))).ToList();
        bodies.Select(body => $"{body.Item1} {string.Join('/', body.Item2.Split('/').Select(part => part.Length > 15 ? "id" : part))}").Distinct().Order().ShouldBe(
        [
            "PATCH webhooks/id/id/messages/@original", "POST channels/id/messages", "POST channels/id/messages/id/threads", "POST interactions/1/t/callback", "POST interactions/id/id/callback",
            "POST users/@me/channels", "POST webhooks/id/id", "PUT applications/id/commands",
        ], ignoreOrder: true);
        (await OpenApiCheck.ProblemsAsync(bodies)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MessageStyle.Components)]
    [InlineData(MessageStyle.Embeds)]
    public async Task Replies_of_every_kind_and_length_are_as_described(MessageStyle style)
    {
        Assert.SkipWhen(OpenApiCheck.File is null, "Discord's OpenAPI description is not here (../shared/contracts).");
        var blocks = new List<Block>();
        var bodies = new List<(string, string, JsonNode)>();
        for (var i = 0; i < 40; i++)
        {
            blocks.Add((i % 5) switch
            {
                0 => new TextBlock(new string('a', i * 300)),
                1 => new QuoteBlock(i, string.Join(' ', Enumerable.Repeat("A *sentence*.", i * 10)), "Guide", "Title", "Section", "2024", "/passages/x", Leads: i % 2 == 0),
                2 => new NoteBlock("Title", "Text", "2024", Confidence.Low, [new SourceReference("Source", "https://example.org/")]),
                3 => new PlacesBlock("Here:", [new Place(PlaceKind.Channel, "5")]),
                _ => new DisclaimerBlock(),
            });
            var reply = new Reply([.. blocks], [.. Enumerable.Range(0, i).Select(n => new ReplyAction($"Action {n}", $"/guide {n}", n % 7 == 0 ? ActionKind.Verdict : ActionKind.Next))])
            {
                Files = i % 4 == 0 ? [new ReplyFile("a.txt", "text/plain", new byte[2], "File")] : [],
            };
            foreach (var message in ReplyRenderer.Render(reply, new RenderOptions(style, new Uri("https://nodebot.example/"), Texts.For("de"), IsEphemeral: i % 2 == 0)))
                bodies.Add(("POST", "channels/1/messages", JsonSerializer.SerializeToNode(message.Properties with { Nonce = "n", EnforceNonce = true }, DiscordJson.Default.MessageProperties)!));
        }

        (await OpenApiCheck.ProblemsAsync(bodies)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_check_finds_what_is_not_as_described()
    {
        Assert.SkipWhen(OpenApiCheck.File is null, "Discord's OpenAPI description is not here (../shared/contracts).");
        var wrong = new[]
        {
            """{"content":5}""", """{"contents":"x"}""", """{"components":[{"type":17,"components":[{"type":10,"contant":"x"}]}]}""", """{"components":[{"type":99}]}""",
        };
        (await OpenApiCheck.ProblemsAsync(wrong.Select(body => ("POST", "channels/1/messages", JsonNode.Parse(body)!)))).Count.ShouldBe(wrong.Length);
    }
}
