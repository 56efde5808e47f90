using System.Text;
using NodeBot.Core.Conversation;

namespace NodeBot.Discord.Tests;

/// <summary>Commands that reply in every way that a command can.</summary>
internal static class TestCommands
{
    public static IReadOnlyList<Command> All =>
    [
        new TestCommand(
            new CommandSpec("ask", "Asks", [new OptionSpec("question", "Your question", true, 1000), new OptionSpec("private", "Only for you", false) { Kind = OptionKind.YesNo }], "/ask what") { MessageMenu = "Ask NodeBot about this" },
            (turn, _) => ValueTask.FromResult(Reply.Of("You asked: " + turn.Options.GetValueOrDefault("question")) with
            {
                Actions = [new ReplyAction("Why?", "why is that?"), new ReplyAction("Helpful", "/rate good", ActionKind.Verdict)],
            })),
        new TestCommand(new CommandSpec("explain", "Explains", [new OptionSpec("letter", "The letter", true, 4000)], "/explain x") { IsPrivate = true, MessageMenu = "Explain this letter" }, (turn, _) => Say("Letter: " + turn.Options["letter"])),
        new TestCommand(new CommandSpec("rate", "Rates", [new OptionSpec("what", "What", true)], "/rate good") { IsPrivate = true, IsListed = false }, (turn, _) => Say($"Rated {turn.Options["what"]} by {turn.Member}")),
        new TestCommand(new CommandSpec("who", "Tells who you are", [], "/who"), (turn, _) => Say($"{turn.Member} in {turn.Community}, channel {turn.Channel}, moderator {turn.IsModerator}, language {turn.Language}")),
        new TestCommand(new CommandSpec("slow", "Takes its time", [new OptionSpec("how", "How", false)], "/slow"), async (turn, cancellation) =>
        {
            await Task.Delay(1200, cancellation);
            return Reply.Of("At last") with { Visibility = turn.Options.GetValueOrDefault("how") == "private" ? Visibility.Private : Visibility.Public };
        }),
        new TestCommand(new CommandSpec("broken", "Fails", [], "/broken"), (_, _) => throw new InvalidOperationException("secret details")),
        new TestCommand(new CommandSpec("long", "Says much", [], "/long"), (_, _) => ValueTask.FromResult(Long())),
        new TestCommand(new CommandSpec("file", "Gives a file", [], "/file"), (_, _) => ValueTask.FromResult(Reply.Of("Here") with { Files = [new ReplyFile("a.txt", "text/plain", Encoding.UTF8.GetBytes("content"), "A file")] })),
        new TestCommand(new CommandSpec("form", "Asks back", [new OptionSpec("name", "Name", false), new OptionSpec("kind", "Kind", false)], "/form"), (turn, _) => turn.Options.ContainsKey("name")
            ? Say($"Filled in: {turn.Options["name"]}, {turn.Options.GetValueOrDefault("kind")}")
            : ValueTask.FromResult(Reply.Of("Fill this in") with
            {
                Form = new Form("Form", "/form", [new FormField("name", "Name", "Why", 50), new FormField("kind", "Kind", "Which", 50) { Choices = [new OptionChoice("One", "1"), new OptionChoice("Two", "2")] }]),
            })),
        new TestCommand(new CommandSpec("guide", "Shows", [new OptionSpec("passage", "Which", false) { Completes = true }], "/guide x"), (turn, _) => Say("Passage " + turn.Options.GetValueOrDefault("passage")), _ => [.. Enumerable.Range(0, 40).Select(i => new OptionChoice($"Passage number {i}", $"guide/{i}"))]),
        new TestCommand(new CommandSpec("nodebot settings", "Settings", [new OptionSpec("helpers", "Channel", false) { Kind = OptionKind.Channel }], "/nodebot settings") { Audience = Audience.Moderators, IsPrivate = true, NeedsCommunity = true }, (turn, _) => Say("Helpers: " + turn.Options.GetValueOrDefault("helpers"))),
    ];

    public static Reply Long() => new(
        [.. Enumerable.Range(0, 12).Select(i => new QuoteBlock(i + 1, string.Join(' ', Enumerable.Repeat($"Sentence number {i} of a *long* passage.", 30)), "Guide", $"Title {i}", "Section", "2024-12", $"/passages/guide/{i}", Leads: true))],
        [new ReplyAction("Next", "next?")]);

    private static ValueTask<Reply> Say(string text) => ValueTask.FromResult(Reply.Of(text));
}
