using System.Text.Json;
using CsCheck;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Discord.Rendering;
using NodeBot.Discord.Wire;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Rendering;

public sealed class ReplyRendererTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char[" .\n*<@_1-#>"]), 1, 300];
    private static readonly Gen<string> Much = Gen.Select(Words, Gen.Int[1, 40], (words, times) => string.Join(' ', Enumerable.Repeat(words, times)));

    private static readonly Gen<Block> AnyBlock = Gen.OneOf<Block>(
        Much.Select(text => (Block)new TextBlock(text)),
        Words.Select(text => (Block)new HeadingBlock(text)),
        Much.Select(text => (Block)new MemberTextBlock(text)),
        Gen.Select(Much, Words, Gen.Bool, (text, title, leads) => (Block)new QuoteBlock(1, text, "Guide", title, title, "2024-12", "/passages/guide/x", leads)),
        Gen.Select(Much, Words, Gen.Int[0, 30], (text, title, sources) => (Block)new NoteBlock(title, text, "2024", Confidence.Low, [.. Enumerable.Repeat(new SourceReference(title, "https://example.org/a(b)"), sources)])),
        Gen.Select(Words, Gen.Int[0, 60], (text, links) => (Block)new LinksBlock(text, [.. Enumerable.Repeat(new SourceReference(text, "https://example.org/a(b)"), links)])),
        Gen.Const((Block)new DisclaimerBlock()),
        Gen.Const((Block)new PlacesBlock("There:", [new Place(PlaceKind.Channel, "123"), new Place(PlaceKind.Member, "<@1>")])));

    private static readonly Gen<ReplyAction> AnyAction = Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 150], Gen.String[Gen.Char['a', 'z'], 1, 120], Gen.Bool, (label, says, isVerdict) => new ReplyAction(label, says, isVerdict ? ActionKind.Verdict : ActionKind.Next));

    private static readonly Gen<Reply> AnyReply = Gen.Select(AnyBlock.List[1, 25], AnyAction.List[0, 40], Gen.Int[0, 3], (blocks, actions, files) => new Reply(blocks, actions)
    {
        Files = [.. Enumerable.Range(0, files).Select(i => new ReplyFile($"f{i}.txt", "text/plain", new byte[3], "A file"))],
    });

    [Theory]
    [InlineData(MessageStyle.Components)]
    [InlineData(MessageStyle.Embeds)]
    public void Every_message_of_any_reply_keeps_to_the_limits(MessageStyle style) =>
        AnyReply.Sample(
            reply =>
            {
                foreach (var message in Render(reply, style))
                    MessageRules.Problems(JsonSerializer.SerializeToNode(message.Properties, DiscordJson.Default.MessageProperties)).ShouldBeEmpty();
            },
            iter: 300);

    [Fact]
    public void A_quote_is_never_cut_without_being_marked_on()
    {
        var quote = new QuoteBlock(1, string.Join("\n\n", Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("A sentence of a long passage.", 40)), 8)), "Guide", "Title", "Section", "2024", "/p", Leads: true);
        var texts = Render(new Reply([quote], [])).SelectMany(Texts).ToList();
        texts.Count.ShouldBeGreaterThan(2);
        foreach (var text in texts)
        {
            var lines = text.Split('\n');
            lines[..^1].ShouldAllBe(line => line.StartsWith("> "));
            lines[^1].ShouldStartWith("-# \\[1\\] ");
        }

        texts.Skip(1).ShouldAllBe(text => text.Contains("(continued)"));
    }

    [Fact]
    public void An_answer_looks_as_it_should()
    {
        var reply = new Reply(
            [
                new QuoteBlock(1, "Germany: TMG 8 and 15.", "Guide", "Germany", "4. Your rights", "2024-12", "/passages/guide/your-rights/germany", Leads: true),
                new NoteBlock("The TMG is gone", "It no longer exists.", "2026-11", Confidence.Low, [new SourceReference("Digital Services Act", "https://eur-lex.europa.eu/eli/reg/2022/2065")]),
                new DisclaimerBlock(),
                new QuoteBlock(2, "x", "Guide", "France", "4. Your rights", "2024-12", "/passages/guide/your-rights/france", Leads: false),
            ],
            []);
        Texts(Render(reply).Single()).ShouldBe(
        [
            "> Germany: TMG 8 and 15.\n-# \\[1\\] [Germany](https://nodebot.example/passages/guide/your-rights/germany) · Guide, 4\\. Your rights, as of 2024-12",
            "⚠️ **Out of date: The TMG is gone**\nIt no longer exists. **Check this: we are not sure.**\n-# as of 2026-11, confidence: low. [Digital Services Act](https://eur-lex.europa.eu/eli/reg/2022/2065)",
            "**See also**\n- [France](https://nodebot.example/passages/guide/your-rights/france)",
            "-# General information, not legal advice.",
        ]);
    }

    [Fact]
    public void Places_that_are_no_ids_are_left_out() =>
        Texts(Render(new Reply([new PlacesBlock("Ask:", [new Place(PlaceKind.Member, "12> @everyone"), new Place(PlaceKind.Role, "7")])], [])).Single()).ShouldBe(["Ask: <@&7>"]);

    [Fact]
    public void Many_actions_become_selects_of_25()
    {
        var reply = Reply.Of("x") with { Actions = [.. Enumerable.Range(0, 30).Select(i => new ReplyAction($"Passage {i}", $"/guide {i}"))] };
        var selects = MessageRules.Flat(Json(Render(reply).Single())!["components"]).Where(component => (int)component["type"]! == 3).ToList();
        selects.Select(select => select["options"]!.AsArray().Count).ShouldBe([25, 5]);
    }

    private static IReadOnlyList<OutgoingMessage> Render(Reply reply, MessageStyle style = MessageStyle.Components) =>
        ReplyRenderer.Render(reply, new RenderOptions(style, new Uri("https://nodebot.example/"), Core.Conversation.Texts.For("en"), IsEphemeral: false));

    private static System.Text.Json.Nodes.JsonNode? Json(OutgoingMessage message) => JsonSerializer.SerializeToNode(message.Properties, DiscordJson.Default.MessageProperties);

    private static IEnumerable<string> Texts(OutgoingMessage message) => MessageRules.Flat(Json(message)!["components"]).Select(component => (string?)component["content"]).OfType<string>();
}
