using System.Text.Json.Nodes;
using NodeBot.Peers;
using NodeBot.Peers.Discord;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>The program on Discord, as administrators, moderators and members meet it.</summary>
public sealed class DiscordProgramTests
{
    [Fact]
    public async Task Commands_are_registered_once_compared_and_cleared()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = new DiscordProgram(discord);
        var diff = await program.RunAsync("discord", "diff");
        diff.Code.ShouldBe(1);
        diff.Output.ShouldContain("+ /ask");
        diff.Output.ShouldContain("+ menu Explain this letter");
        discord.Commands().ShouldBeEmpty();

        (await program.RunAsync("discord", "register")).Output.ShouldContain("Registered.");
        discord.Commands().Select(command => (string)command!["name"]!).ShouldBe(["ask", "explain", "complaint", "letter", "guide", "human", "nodebot", "help", "jurisdiction", "provider", "registry", "organisation", "Ask NodeBot about this", "Explain this letter"], ignoreOrder: true);
        (await program.RunAsync("discord", "register")).Output.ShouldContain("nothing to do");
        discord.Requests.Count(request => request.Method == "PUT").ShouldBe(1, "what is registered already is not sent again");
        (await program.RunAsync("discord", "diff")).Code.ShouldBe(0);

        discord.Commands()[0]!["description"] = "something else";
        (await program.RunAsync("discord", "diff")).Output.ShouldContain("~ /ask: description");
        (await program.RunAsync("discord", "register", "--guild", FakeDiscord.Guild)).Code.ShouldBe(0);
        discord.Commands(FakeDiscord.Guild).Count.ShouldBe(14);
        (await program.RunAsync("discord", "clear", "--guild", FakeDiscord.Guild)).Code.ShouldBe(0);
        discord.Commands(FakeDiscord.Guild).ShouldBeEmpty();
        (await program.RunAsync("discord", "register", "--guild", "my server")).Error.ShouldContain("Copy Server ID");
    }

    [Fact]
    public async Task The_invite_link_asks_for_what_the_guide_says()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = new DiscordProgram(discord);
        var invite = await program.RunAsync("discord", "invite");
        // View 1<<10, send 1<<11, embed 1<<14, files 1<<15, history 1<<16, public threads 1<<35, send in threads 1<<38.
        invite.Output.ShouldContain($"https://discord.com/oauth2/authorize?client_id={FakeDiscord.Application}&scope=bot+applications.commands&integration_type=0&permissions={(1L << 10) | (1L << 11) | (1L << 14) | (1L << 15) | (1L << 16) | (1L << 35) | (1L << 38)}");
    }

    [Fact]
    public async Task The_doctor_names_what_is_wrong_and_the_mend()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = new DiscordProgram(discord);
        Flat((await program.RunAsync("doctor")).Output).ShouldContain("Run: nodebot discord register");
        await program.RunAsync("discord", "register");
        var good = await program.RunAsync("doctor");
        good.Code.ShouldBe(0);
        Flat(good.Output).ShouldContain("commands are registered");

        var wrongKey = await new DiscordProgram(discord).With("NodeBot__Discord__PublicKey", new string('a', 64)).RunAsync("doctor");
        wrongKey.Code.ShouldBe(1);
        Flat(wrongKey.Output).ShouldContain("is not the key of this token's application");
        var revoked = await new DiscordProgram(discord).With("NodeBot__Discord__Token", "MTIw.revoked.token").RunAsync("doctor");
        Flat(revoked.Output).ShouldContain("Reset it under \"Bot\"");
        Flat(revoked.Output).ShouldNotContain("revoked.token");
        var broken = await new DiscordProgram(discord).With("NodeBot__Discord__PublicKey", "short").RunAsync("serve");
        broken.Code.ShouldBe(2);
        broken.Error.ShouldStartWith("NodeBot:Discord:PublicKey is not a public key");
        discord.Prescribed = (method, _) => method == "PUT" ? FakeAnswer.Error(400, 30034) : null;
        (await new DiscordProgram(discord).RunAsync("discord", "clear")).Error.ShouldContain("Try again tomorrow");
    }

    [Fact]
    public async Task A_day_in_a_community()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = new DiscordProgram(discord);
        await program.RunAsync("discord", "register");
        await program.ServeAsync();
        async Task<string> SayAsync(JsonObject interaction) => Text((await program.AnswerAsync(interaction))["data"]);

        var answer = FakeInteractions.Ask("what does German law say about exit nodes?");
        (await SayAsync(answer)).ShouldContain("> Germany: TMG 8 and 15.");
        Text(discord.State(answer).First!["data"]).ShouldContain("General information, not legal advice.");
        Scenario.Buttons(discord.State(answer).First!).ShouldNotContain("say:/human", "nobody helps here yet");

        // A moderator sets the helpers' channel; who is none may not.
        (await SayAsync(FakeInteractions.Command("nodebot", FakeInteractions.Subcommand("settings", FakeInteractions.Option("helpers", 7, FakeDiscord.HelpersChannel))))).ShouldContain("for those who moderate");
        (await SayAsync(Scenario.Settings(FakeInteractions.Option("helpers", 7, FakeDiscord.ClosedChannel)))).ShouldContain("Attention: I cannot see that channel");
        (await SayAsync(Scenario.Settings(FakeInteractions.Option("helpers", 7, FakeDiscord.HelpersChannel)))).ShouldContain($"<#{FakeDiscord.HelpersChannel}>");

        // Feedback: what was pressed last counts, once.
        var again = FakeInteractions.Ask("what does German law say about exit nodes?");
        await SayAsync(again);
        var buttons = Scenario.Buttons(discord.State(again).First!).ToList();
        (await SayAsync(FakeInteractions.Press(buttons.Single(button => button.StartsWith("say:/feedback helpful"))))).ShouldContain("noted");
        (await SayAsync(FakeInteractions.Press(buttons.Single(button => button.StartsWith("say:/feedback unhelpful"))))).ShouldContain("moderators see it");
        var country = FakeInteractions.Press(buttons.Single(button => button.StartsWith("say:/feedback country")));
        await SayAsync(country);
        var modal = discord.State(country).First!;
        ((int)modal["type"]!).ShouldBe(9);
        await SayAsync(FakeInteractions.Submit((string)modal["data"]!["custom_id"]!, ("country", "@everyone Austria")).By(FakeDiscord.OtherUser));
        var feedback = await SayAsync(FakeInteractions.Command("nodebot", FakeInteractions.Subcommand("feedback")).By(permissions: "32"));
        feedback.ShouldContain("not helpful: 1");
        feedback.ShouldContain("wrong for \\@everyone Austria: 1");
        feedback.ShouldNotContain("helpful: 2");

        // Ask a human: the form holds the question, the post mentions nobody.
        var human = FakeInteractions.Press(buttons.Single(button => button == "say:/human"));
        await SayAsync(human);
        await SayAsync(FakeInteractions.Submit((string)discord.State(human).First!["data"]!["custom_id"]!, ("question", "Has @everyone dealt with **this**?")));
        var post = discord.Messages.Single(message => (string)message["channel_id"]! == FakeDiscord.HelpersChannel);
        Text(post).ShouldContain("> Has \\@everyone dealt with \\*\\*this\\*\\*?");
        Text(post).ShouldContain($"<@{FakeDiscord.User}>");

        // Settings: language, a feature off, one channel only.
        await SayAsync(Scenario.Settings(FakeInteractions.Option("language", 3, "de"), FakeInteractions.Option("off", 3, "guide")));
        (await SayAsync(FakeInteractions.Ask("what does German law say about exit nodes?"))).ShouldContain("Allgemeine Information, keine Rechtsberatung.");
        (await SayAsync(FakeInteractions.Command("guide"))).ShouldContain("switched /guide off");
        await SayAsync(Scenario.Settings(FakeInteractions.Option("allow", 7, FakeDiscord.HelpersChannel)));
        (await SayAsync(FakeInteractions.Ask("should I keep logs?"))).ShouldContain($"<#{FakeDiscord.HelpersChannel}>");

        // What was set outlives a kill.
        await program.KillAsync();
        await program.ServeAsync();
        (await SayAsync(FakeInteractions.Ask("should I keep logs?"))).ShouldContain($"<#{FakeDiscord.HelpersChannel}>");
        discord.Violations.ShouldBeEmpty();
        program.Log.ShouldNotContain(line => line.Contains("German law") || line.Contains("dealt with") || line.Contains(FakeDiscord.Token));
    }

    [Fact]
    public async Task A_question_in_a_thread_is_understood_together_with_the_one_before()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = new DiscordProgram(discord);
        await program.ServeAsync();
        var first = FakeDiscord.Message($"<@{FakeDiscord.Application}> does the law protect me when I run an exit node?");
        await discord.Gateway.EmitAsync("MESSAGE_CREATE", first);
        await DiscordProgram.UntilAsync(() => !discord.Messages.IsEmpty, "it answers");
        var thread = (string)first["id"]!;
        await discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message($"<@{FakeDiscord.Application}> and in Germany?", channel: thread));
        await DiscordProgram.UntilAsync(() => discord.Messages.Count >= 2, "it answers");
        var followUp = Text(discord.Messages.Last());
        followUp.ShouldContain("together with your question before");
        followUp.ShouldContain("The law in Germany");
        // What has nothing to do with it is declined as ever.
        await discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message($"<@{FakeDiscord.Application}> and the best pizza?", channel: thread));
        await DiscordProgram.UntilAsync(() => discord.Messages.Count >= 3, "it answers");
        Text(discord.Messages.Last()).ShouldNotContain("TMG");
    }

    [Fact]
    public async Task With_the_public_key_alone_commands_work_and_what_needs_a_token_says_so()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var program = new DiscordProgram(discord).With("NodeBot__Discord__Token", "");
        await program.ServeAsync(connects: false);
        async Task<string> SayAsync(JsonObject interaction) => Text((await program.AnswerAsync(interaction))["data"]);

        (await SayAsync(FakeInteractions.Ask("should I keep logs?"))).ShouldContain("> ");
        (await SayAsync(Scenario.Settings(FakeInteractions.Option("helpers", 7, FakeDiscord.HelpersChannel)))).ShouldContain("its operator sets NodeBot:Discord:Token");
        (await SayAsync(FakeInteractions.Command("human", FakeInteractions.Option("question", 3, "anybody?")))).ShouldContain("its operator sets NodeBot:Discord:Token");
        discord.Requests.ShouldNotContain(request => request.Headers.ContainsKey("Authorization"));
        Flat((await program.RunAsync("doctor")).Output).ShouldContain("signed interactions alone");
    }

    [Fact]
    public async Task Two_copies_share_a_database_one_is_connected_and_the_other_follows_when_it_is_killed()
    {
        Assert.SkipUnless(PostgresServer.IsSupported, PostgresServer.NotSupported);
        await using var postgres = await PostgresServer.StartAsync();
        await using var discord = await FakeDiscord.StartAsync();
        using var one = new DiscordProgram(discord).With("NodeBot__Database", postgres.Database("nodebot"));
        using var two = new DiscordProgram(discord).With("NodeBot__Database", postgres.Database("nodebot"));
        await one.ServeAsync();
        await two.ServeAsync(connects: false);
        await DiscordProgram.UntilAsync(() => two.Log.Any(line => line.Contains("another copy of NodeBot is connected")), "the second waits");
        discord.Gateway.Connected.ShouldBe(1);

        // What a moderator sets at the one holds at the other, within seconds.
        Text((await one.AnswerAsync(Scenario.Settings(FakeInteractions.Option("off", 3, "guide"))))["data"]).ShouldContain("Off: /guide");
        var refused = false;
        for (var i = 0; i < 40 && !refused; i++)
        {
            refused = Text((await two.AnswerAsync(FakeInteractions.Command("guide")))["data"]).Contains("switched /guide off");
            await Task.Delay(200);
        }

        refused.ShouldBeTrue();
        await one.KillAsync();
        await DiscordProgram.UntilAsync(() => discord.Gateway.Connected == 1 && discord.Gateway.Count(op: 2) == 2, "the second is connected");
        var interaction = FakeInteractions.Ask("should I keep logs?");
        await discord.EmitAsync(interaction);
        Text((await discord.State(interaction).FirstAsync())["data"]).ShouldContain("> ");

        // Without the database members are still answered, and moderators learn that nothing was changed.
        await postgres.KillAsync();
        Text((await two.AnswerAsync(FakeInteractions.Ask("what is an exit node?")))["data"]).ShouldContain("> ");
    }

    // The doctor's table, without its lines.
    private static string Flat(string table) => string.Join(' ', table.Split([' ', '\n', '│'], StringSplitOptions.RemoveEmptyEntries));

    private static string Text(JsonNode? message) => string.Join('\n', MessageRules.Flat(message?["components"]).Select(component => (string?)component["content"]).OfType<string>());
}
