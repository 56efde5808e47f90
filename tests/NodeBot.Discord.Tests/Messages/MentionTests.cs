using NodeBot.Core.Communities;
using NodeBot.Peers.Discord;

namespace NodeBot.Discord.Tests.Messages;

public sealed class MentionTests
{
    private static readonly string Mention = $"<@{FakeDiscord.Application}>";

    [Fact]
    public async Task A_mention_is_answered_in_a_thread_whose_name_gives_nothing_away()
    {
        await using var bot = await ConnectedAsync();
        var message = FakeDiscord.Message($"{Mention} what now?");
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", message);
        await TestBot.UntilAsync(() => !bot.Discord.Messages.IsEmpty, "it answers");
        var answer = bot.Discord.Messages.Single();
        ((string)answer["channel_id"]!).ShouldBe((string)message["id"]!);
        TestBot.Text(answer).ShouldContain("You asked: what now?");
        var thread = bot.Discord.Requests.Single(request => request.Path.EndsWith("threads"));
        ((string)thread.Body!["name"]!).ShouldNotContain("what now");
        thread.Headers.Keys.ShouldContain("X-Audit-Log-Reason");
        bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Or_in_place_when_the_community_has_set_so()
    {
        await using var bot = await ConnectedAsync();
        await bot.Communities.UpdateAsync("discord:" + FakeDiscord.Guild, settings => settings with { Mentions = MentionStyle.Inline }, TestContext.Current.CancellationToken);
        var message = FakeDiscord.Message($"{Mention} what now?");
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", message);
        await TestBot.UntilAsync(() => !bot.Discord.Messages.IsEmpty, "it answers");
        var answer = bot.Discord.Messages.Single();
        ((string)answer["channel_id"]!).ShouldBe(FakeDiscord.Channel);
        ((string)answer["message_reference"]!["message_id"]!).ShouldBe((string)message["id"]!);
    }

    [Fact]
    public async Task In_a_thread_it_answers_there_and_follows_the_rules_of_the_channel_above()
    {
        await using var bot = await ConnectedAsync();
        var message = FakeDiscord.Message($"{Mention} first?");
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", message);
        await TestBot.UntilAsync(() => !bot.Discord.Messages.IsEmpty, "it answers");
        await bot.Communities.UpdateAsync("discord:" + FakeDiscord.Guild, settings => settings with { Channels = [FakeDiscord.Channel] }, TestContext.Current.CancellationToken);
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message($"{Mention} second?", channel: (string)message["id"]!));
        await TestBot.UntilAsync(() => bot.Discord.Messages.Count == 2, "it answers in the thread");
        ((string)bot.Discord.Messages.Last()["channel_id"]!).ShouldBe((string)message["id"]!);
        bot.Discord.Requests.Count(request => request.Path.EndsWith("threads")).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_addressed_to_it_is_not_even_looked_up()
    {
        await using var bot = await ConnectedAsync();
        var before = bot.Discord.Requests.Count;
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message("between ourselves", mentionsBot: false));
        var ofBot = FakeDiscord.Message($"{Mention} I am a bot");
        ofBot["author"]!["bot"] = true;
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", ofBot);
        var ofHook = FakeDiscord.Message($"{Mention} I am a webhook");
        ofHook["webhook_id"] = "5";
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", ofHook);
        await Task.Delay(300);
        bot.Discord.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Private_messages_need_no_mention_and_an_empty_mention_says_how_to_ask()
    {
        await using var bot = await ConnectedAsync();
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message("in private?", channel: "888", guild: null, mentionsBot: false));
        await TestBot.UntilAsync(() => bot.Discord.Messages.Count == 1, "it answers");
        TestBot.Text(bot.Discord.Messages.First()).ShouldContain("in private?");
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message(Mention));
        await TestBot.UntilAsync(() => bot.Discord.Messages.Count == 2, "it answers");
        TestBot.Text(bot.Discord.Messages.Last()).ShouldContain("/ask");
    }

    [Fact]
    public async Task Where_it_may_not_write_the_person_gets_the_answer_and_the_reason_in_private()
    {
        await using var bot = await ConnectedAsync();
        bot.Discord.Prescribed = (method, path) => method == "POST" && path.StartsWith($"channels/{FakeDiscord.Channel}/") ? FakeAnswer.Error(403, 50013) : null;
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message($"{Mention} what now?"));
        await TestBot.UntilAsync(() => !bot.Discord.Messages.IsEmpty, "it answers in private");
        var answer = bot.Discord.Messages.Single();
        ((string)answer["channel_id"]!).ShouldBe(FakeDiscord.PrivateChannel(FakeDiscord.User));
        TestBot.Text(answer).ShouldContain("Send Messages");
        TestBot.Text(answer).ShouldContain("what now?");
        bot.Log.Lines.ShouldContain(line => line.StartsWith("Warning") && line.Contains("Send Messages"));
    }

    [Fact]
    public async Task What_is_private_is_not_said_in_the_channel()
    {
        await using var bot = await ConnectedAsync();
        await bot.Communities.UpdateAsync("discord:" + FakeDiscord.Guild, settings => settings with { Channels = [FakeDiscord.HelpersChannel] }, TestContext.Current.CancellationToken);
        await bot.Discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message($"{Mention} what now?"));
        await TestBot.UntilAsync(() => !bot.Discord.Messages.IsEmpty, "it answers in private");
        ((string)bot.Discord.Messages.Single()["channel_id"]!).ShouldBe(FakeDiscord.PrivateChannel(FakeDiscord.User));
        TestBot.Text(bot.Discord.Messages.Single()).ShouldContain($"<#{FakeDiscord.HelpersChannel}>");
    }

    private static async Task<TestBot> ConnectedAsync()
    {
        var bot = await TestBot.StartAsync(change: options => options with { PublicKey = null, Gateway = true });
        await TestBot.UntilAsync(() => bot.Log.Lines.Any(line => line.Contains("is connected")), "it connects");
        return bot;
    }
}
