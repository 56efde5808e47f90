using NodeBot.Core.Communities;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Tests.Communities;

public sealed class SettingsCommandTests : IDisposable
{
    private readonly MemoryCommunities _store = new();
    private readonly CommunityDirectory _directory;
    private readonly Dispatcher _dispatcher;

    public SettingsCommandTests()
    {
        _directory = new CommunityDirectory(() => Task.FromResult<CommunityStore>(_store));
        _dispatcher = new Dispatcher([new SettingsCommand(_directory, ["ask", "guide"], _ => null), new Echo()], _directory);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Without_options_it_shows_what_is_set() =>
        Text(await SetAsync()).ShouldContain("Answers in every channel");

    [Fact]
    public async Task Each_setting_can_be_set_and_set_back()
    {
        await SetAsync(("allow", "11"), ("moderators", "22"), ("helpers", "33"), ("language", "nl"), ("mentions", "Inline"), ("off", "guide"));
        var settings = await _directory.FindAsync("discord:1", TestContext.Current.CancellationToken);
        settings.Channels.ShouldBe(["11"]);
        (settings.ModeratorsRole, settings.HelpersChannel, settings.Language, settings.Mentions).ShouldBe(("22", "33", "nl", MentionStyle.Inline));
        settings.FeaturesOff.ShouldBe(["guide"]);
        foreach (var name in new[] { "allow", "moderators", "helpers", "language" })
            await SetAsync(("reset", name));
        await SetAsync(("on", "guide"), ("mentions", "Thread"));
        settings = await _directory.FindAsync("discord:1", TestContext.Current.CancellationToken);
        (settings.Channels.Count, settings.ModeratorsRole, settings.HelpersChannel, settings.Language, settings.Mentions, settings.FeaturesOff.Count).ShouldBe((0, null, null, null, MentionStyle.Thread, 0));
    }

    [Fact]
    public async Task Everything_can_be_forgotten_at_once()
    {
        await SetAsync(("helpers", "33"));
        Text(await SetAsync(("reset", "everything"))).ShouldContain("forgotten");
        (await _store.AllAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        Text(await SetAsync()).ShouldContain("is not offered");
    }

    [Theory]
    [InlineData("language", "xx", "Choose one of: en, de")]
    [InlineData("mentions", "loudly", "Thread, Inline")]
    [InlineData("off", "nodebot", "ask, guide")]
    [InlineData("helpers", "<@everyone>", "Choose it from the list")]
    [InlineData("colour", "red", "There is no setting \"colour\"")]
    public async Task A_value_that_cannot_be_is_refused_with_those_that_can(string name, string value, string mend)
    {
        Text(await SetAsync((name, value))).ShouldContain(mend);
        (await _directory.FindAsync("discord:1", TestContext.Current.CancellationToken)).ShouldBe(CommunitySettings.Default);
    }

    [Fact]
    public async Task The_dispatcher_keeps_to_them()
    {
        await SetAsync(("off", "guide"));
        Text(await SayAsync("guide", "11")).ShouldContain("switched /guide off");
        await SetAsync(("on", "guide"), ("allow", "11"));
        Text(await SayAsync("guide", "11")).ShouldContain("echo in en");
        var elsewhere = await SayAsync("guide", "12");
        elsewhere.Visibility.ShouldBe(Visibility.Private);
        elsewhere.Blocks.OfType<PlacesBlock>().Single().Places.Single().Id.ShouldBe("11");
        await SetAsync(("language", "nl"));
        Text(await SayAsync("guide", "11")).ShouldContain("echo in nl");
        // A moderator is never locked out of the settings.
        Text(await SetAsync(("reset", "allow"))).ShouldContain("every channel");
    }

    [Fact]
    public async Task While_the_database_is_away_what_was_known_holds()
    {
        await SetAsync(("off", "guide"));
        _store.IsDown = true;
        Text(await SayAsync("guide", "11")).ShouldContain("switched /guide off");
        var other = new Turn(Surface.Discord, "guide", new Dictionary<string, string>()) { Community = "discord:2" };
        Text(await _dispatcher.DispatchAsync(other, TestContext.Current.CancellationToken)).ShouldContain("echo");
    }

    [Fact]
    public async Task Those_with_the_role_moderate_and_nobody_else()
    {
        await SetAsync(("moderators", "22"));
        var turn = new Turn(Surface.Discord, "nodebot settings", new Dictionary<string, string>()) { Community = "discord:1" };
        Text(await _dispatcher.DispatchAsync(turn with { Roles = ["21"] }, TestContext.Current.CancellationToken)).ShouldContain("for those who moderate");
        Text(await _dispatcher.DispatchAsync(turn with { Roles = ["22"] }, TestContext.Current.CancellationToken)).ShouldContain("every channel");
        Text(await _dispatcher.DispatchAsync(turn with { Community = null, IsModerator = true }, TestContext.Current.CancellationToken)).ShouldContain("works only in a community");
    }

    private ValueTask<Reply> SetAsync(params (string Name, string Value)[] options) => _dispatcher.DispatchAsync(
        new Turn(Surface.Discord, "nodebot settings", options.ToDictionary(option => option.Name, option => option.Value)) { Community = "discord:1", Channel = "99", IsModerator = true },
        TestContext.Current.CancellationToken);

    private ValueTask<Reply> SayAsync(string command, string channel) =>
        _dispatcher.DispatchAsync(new Turn(Surface.Discord, command, new Dictionary<string, string>()) { Community = "discord:1", Channel = channel }, TestContext.Current.CancellationToken);

    private static string Text(Reply reply) => string.Join('\n', reply.Blocks.Select(block => block.ToString()));

    private sealed class Echo : Command
    {
        public override CommandSpec Spec { get; } = new("guide", "Echoes", [], "/guide");

        public override ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation) => ValueTask.FromResult(Reply.Of("echo in " + turn.Language));
    }
}
