using System.Text.Json.Nodes;
using NodeBot.Core.Conversation;
using NodeBot.Discord.Interactions;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Interactions;

public sealed class ReplyTests
{
    private const int Ephemeral = 64;

    [Fact]
    public async Task A_command_is_answered_in_the_response_itself()
    {
        await using var bot = await TestBot.StartAsync();
        var answer = await bot.SendAsync(FakeInteractions.Ask("what?"));
        ((int)answer["type"]!).ShouldBe(4);
        TestBot.Text(answer["data"]).ShouldContain("You asked: what?");
        IsEphemeral(answer).ShouldBeFalse();
        bot.Discord.Requests.ShouldNotContain(request => request.Path.StartsWith("interactions"));
    }

    [Fact]
    public async Task What_is_private_is_ephemeral()
    {
        await using var bot = await TestBot.StartAsync();
        IsEphemeral(await bot.SendAsync(FakeInteractions.Command("ask", FakeInteractions.Option("question", 3, "x"), FakeInteractions.Option("private", 5, true)))).ShouldBeTrue();
        IsEphemeral(await bot.SendAsync(FakeInteractions.Command("explain", FakeInteractions.Option("letter", 3, "x")))).ShouldBeTrue();
        IsEphemeral(await bot.SendAsync(FakeInteractions.Menu("Ask NodeBot about this", "x"))).ShouldBeTrue();
        IsEphemeral(await bot.SendAsync(FakeInteractions.Press("say:why?"))).ShouldBeTrue();
        IsEphemeral(await bot.SendAsync(FakeInteractions.Command("unknown"))).ShouldBeTrue();
        var elsewhere = FakeInteractions.Ask("x");
        elsewhere["authorizing_integration_owners"] = new JsonObject { ["1"] = FakeDiscord.User };
        IsEphemeral(await bot.SendAsync(elsewhere)).ShouldBeTrue("in a server that did not install the bot, only the one who asked sees it");
    }

    [Fact]
    public async Task Menus_subcommands_buttons_selects_and_forms_reach_their_commands()
    {
        await using var bot = await TestBot.StartAsync();
        Text(await bot.SendAsync(FakeInteractions.Menu("Explain this letter", "Dear Sir"))).ShouldContain("Letter: Dear Sir");
        Text(await bot.SendAsync(FakeInteractions.Command("nodebot", FakeInteractions.Subcommand("settings", FakeInteractions.Option("helpers", 7, "123"))).By(permissions: "32"))).ShouldContain("Helpers: 123");
        Text(await bot.SendAsync(FakeInteractions.Press("say:/rate good"))).ShouldContain($"Rated good by discord:{FakeDiscord.User}");
        Text(await bot.SendAsync(FakeInteractions.Press("pick:0", "why is that?"))).ShouldContain("You asked: why is that?");
        var modal = await bot.SendAsync(FakeInteractions.Command("form"));
        ((int)modal["type"]!).ShouldBe(9);
        modal["data"]!["components"]!.AsArray().ShouldAllBe(component => (int)component!["type"]! == 18);
        Text(await bot.SendAsync(FakeInteractions.Submit((string)modal["data"]!["custom_id"]!, ("name", "Ann"), ("kind", "2")))).ShouldContain("Filled in: Ann, 2");
    }

    [Fact]
    public async Task A_modal_in_the_old_form_is_read_too()
    {
        await using var bot = await TestBot.StartAsync();
        var submit = FakeInteractions.Submit("fill:/form");
        submit["data"]!["components"] = JsonNode.Parse("""[{"type":1,"components":[{"type":4,"custom_id":"name","value":"Bob"}]}]""");
        Text(await bot.SendAsync(submit)).ShouldContain("Filled in: Bob");
    }

    [Fact]
    public async Task Buttons_that_are_not_ours_get_an_answer_too()
    {
        await using var bot = await TestBot.StartAsync();
        Text(await bot.SendAsync(FakeInteractions.Press("old-button"))).ShouldContain("/ask");
    }

    [Fact]
    public async Task Moderators_are_those_who_manage_the_server_or_have_the_role()
    {
        await using var bot = await TestBot.StartAsync();
        var command = () => FakeInteractions.Command("nodebot", FakeInteractions.Subcommand("settings"));
        Text(await bot.SendAsync(command())).ShouldContain("for those who moderate");
        Text(await bot.SendAsync(command().By(permissions: "8"))).ShouldContain("Helpers");
        await bot.Communities.UpdateAsync("discord:" + FakeDiscord.Guild, settings => settings with { ModeratorsRole = FakeDiscord.ModeratorRole }, TestContext.Current.CancellationToken);
        Text(await bot.SendAsync(command().By(permissions: "0", roles: FakeDiscord.ModeratorRole))).ShouldContain("Helpers");
        Text(await bot.SendAsync(command().InPrivate())).ShouldContain("works only in a community");
    }

    [Fact]
    public async Task The_turn_knows_who_where_and_in_which_language()
    {
        await using var bot = await TestBot.StartAsync();
        var inThread = FakeInteractions.Command("who");
        inThread["channel"] = new JsonObject { ["id"] = "777", ["type"] = 11, ["parent_id"] = FakeDiscord.Channel };
        inThread["locale"] = "es-419";
        Text(await bot.SendAsync(inThread)).ShouldContain($"discord:{FakeDiscord.User} in discord:{FakeDiscord.Guild}, channel {FakeDiscord.Channel}, moderator False, language es");
        Text(await bot.SendAsync(FakeInteractions.Command("who").InPrivate())).ShouldContain($"discord:{FakeDiscord.User} in , channel ,");
    }

    [Fact]
    public async Task Proposals_are_those_nearest_to_what_was_typed()
    {
        await using var bot = await TestBot.StartAsync();
        var all = await bot.SendAsync(FakeInteractions.Typing("guide", "passage", ""));
        ((int)all["type"]!).ShouldBe(8);
        all["data"]!["choices"]!.AsArray().Count.ShouldBe(25);
        var some = await bot.SendAsync(FakeInteractions.Typing("guide", "passage", "guide/7"));
        ((string)some["data"]!["choices"]![0]!["value"]!).ShouldBe("guide/7");
        (await bot.SendAsync(FakeInteractions.Typing("nothing", "passage", "x")))["data"]!["choices"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_answer_is_deferred_and_edited_in()
    {
        await using var bot = await TestBot.StartAsync();
        var interaction = FakeInteractions.Command("slow");
        var started = TimeProvider.System.GetTimestamp();
        var first = await bot.SendAsync(interaction);
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        ((int)first["type"]!).ShouldBe(5);
        await TestBot.UntilAsync(() => !bot.Discord.State(interaction).Edits.IsEmpty, "the answer comes as an edit");
        TestBot.Text(bot.Discord.State(interaction).Edits.Single()).ShouldContain("At last");
    }

    [Fact]
    public async Task What_turns_out_to_be_private_after_all_is_never_shown_in_public()
    {
        await using var bot = await TestBot.StartAsync();
        var interaction = FakeInteractions.Command("slow", FakeInteractions.Option("how", 3, "private"));
        await bot.SendAsync(interaction);
        var state = bot.Discord.State(interaction);
        await TestBot.UntilAsync(() => !state.FollowUps.IsEmpty, "the answer comes as a follow-up");
        state.IsDeleted.ShouldBeTrue();
        state.Edits.ShouldBeEmpty();
        (((int)state.FollowUps.Single()["flags"]!) & Ephemeral).ShouldBe(Ephemeral);
    }

    [Fact]
    public async Task A_command_that_fails_says_so_without_details()
    {
        await using var bot = await TestBot.StartAsync();
        var answer = await bot.SendAsync(FakeInteractions.Command("broken"));
        Text(answer).ShouldContain("Something went wrong on my side");
        IsEphemeral(answer).ShouldBeTrue();
        bot.Log.Lines.ShouldContain(line => line.Contains("/broken failed") && line.Contains("InvalidOperationException"));
        bot.Log.Lines.ShouldNotContain(line => line.Contains("secret details"));
    }

    [Fact]
    public async Task A_long_answer_comes_in_several_messages_in_order()
    {
        await using var bot = await TestBot.StartAsync();
        var interaction = FakeInteractions.Command("long");
        var first = await bot.SendAsync(interaction);
        var state = bot.Discord.State(interaction);
        await TestBot.UntilAsync(() => state.FollowUps.Any(message => message.ToJsonString().Contains("say:next?")), "the last message comes");
        var texts = new[] { first["data"] }.Concat(state.FollowUps).Select(TestBot.Text).ToList();
        texts.Count.ShouldBeGreaterThan(2);
        var whole = string.Join('\n', texts);
        for (var i = 0; i < 12; i++)
            whole.ShouldContain($"Title {i}");
        whole.IndexOf("Title 3", StringComparison.Ordinal).ShouldBeLessThan(whole.IndexOf("Title 9", StringComparison.Ordinal));
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_goes_by_multipart()
    {
        await using var bot = await TestBot.StartAsync();
        var interaction = FakeInteractions.Command("file");
        await bot.SendAsync(interaction);
        var request = bot.Discord.Requests.Single(request => request.Path.StartsWith("interactions"));
        request.Files.ShouldBe([("a.txt", 7)]);
        request.Headers.Keys.ShouldNotContain("Authorization");
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Embeds_are_used_where_it_is_set_so()
    {
        await using var bot = await TestBot.StartAsync(change: options => options with { Style = MessageStyle.Embeds });
        var answer = await bot.SendAsync(FakeInteractions.Ask("what?"));
        ((string)answer["data"]!["embeds"]![0]!["description"]!).ShouldContain("You asked: what?");
        answer["data"]!["components"]!.AsArray().Count.ShouldBe(2);
        var interaction = FakeInteractions.Command("long");
        await bot.SendAsync(interaction);
        await TestBot.UntilAsync(() => bot.Discord.State(interaction).FollowUps.Count >= 2, "follow-ups come");
        await bot.SendAsync(FakeInteractions.Command("file"));
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_can_be_handled_at_once_is_refused_politely_and_at_once()
    {
        var gate = new TaskCompletionSource();
        var wait = new TestCommand(new CommandSpec("wait", "Waits", [], "/wait"), async (_, _) =>
        {
            await gate.Task;
            return Reply.Of("done");
        });
        await using var bot = await TestBot.StartAsync([wait]);
        var waiting = Enumerable.Range(0, InteractionReceiver.MostAtOnce).Select(_ => FakeInteractions.Command("wait")).ToList();
        await Task.WhenAll(waiting.Select(bot.SendAsync));
        var refused = await bot.SendAsync(FakeInteractions.Command("wait"));
        Text(refused).ShouldContain("ask again in a few seconds");
        IsEphemeral(refused).ShouldBeTrue();
        gate.SetResult();
        await TestBot.UntilAsync(() => waiting.TrueForAll(interaction => bot.Discord.State(interaction).Edits.Count == 1), "all others are answered");
        Text(await bot.SendAsync(FakeInteractions.Command("wait"))).ShouldContain("done");
    }

    private static string Text(JsonNode answer) => TestBot.Text(answer["data"]);

    private static bool IsEphemeral(JsonNode answer) => (((int?)answer["data"]!["flags"] ?? 0) & Ephemeral) != 0;
}
