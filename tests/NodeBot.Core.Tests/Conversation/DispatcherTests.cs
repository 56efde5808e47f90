using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Tests.Conversation;

public sealed class DispatcherTests
{
    private static readonly Dispatcher Dispatcher = Create();

    [Theory]
    [InlineData("what is a node?", "ask", "what is a node?")]
    [InlineData("/ask what is a node?", "ask", "what is a node?")]
    [InlineData("/GUIDE guide/a/b", "guide", "guide/a/b")]
    public void What_is_typed_becomes_a_turn(string text, string command, string value)
    {
        var turn = Turn.Parse(Surface.Terminal, text, [.. Dispatcher.Specs, new CommandSpec("ask", "", [new OptionSpec("question", "", true, 9)], "")]);
        turn.Command.ShouldBe(command);
        turn.Options.Values.ShouldHaveSingleItem().ShouldBe(value);
    }

    [Fact]
    public async Task An_unknown_command_gets_the_list_of_those_there_are() =>
        Text(await SayAsync("/dance")).ShouldContain("/guide");

    [Fact]
    public async Task Help_names_every_command_and_what_is_kept()
    {
        var text = Text(await SayAsync("/help"));
        foreach (var spec in Dispatcher.Specs)
            text.ShouldContain("/" + spec.Name);
        text.ShouldContain("not stored");
    }

    [Fact]
    public async Task An_unknown_passage_says_how_to_find_the_right_one() =>
        Text(await SayAsync("/guide guide/no/where")).ShouldContain("/guide alone");

    [Fact]
    public async Task The_guide_command_alone_lists_every_passage()
    {
        var text = Text(await SayAsync("/guide"));
        foreach (var passage in Load().Passages.Where(passage => passage.Source == PassageSource.Guide))
            text.ShouldContain(passage.Id);
    }

    [Fact]
    public void Command_specs_keep_to_the_limits_of_slash_commands()
    {
        foreach (var spec in Dispatcher.Specs)
        {
            spec.Name.Length.ShouldBeLessThanOrEqualTo(32);
            spec.Description.Length.ShouldBeLessThanOrEqualTo(100);
            spec.Options.SkipWhile(option => option.Required).ShouldAllBe(option => !option.Required);
        }
    }

    private static KnowledgeBase Load() => KnowledgeLoader.Load(Folders.Knowledge).Knowledge!;

    private static Dispatcher Create()
    {
        var guide = new GuideCommand(Load(), new PassageFinder(Load(), added: null));
        return new Dispatcher([guide, new HelpCommand([guide])]);
    }

    private static ValueTask<Reply> SayAsync(string text) =>
        Dispatcher.DispatchAsync(Turn.Parse(Surface.Terminal, text, Dispatcher.Specs), TestContext.Current.CancellationToken);

    private static string Text(Reply reply) => string.Join('\n', reply.Blocks.Select(block => block.ToString()));
}
