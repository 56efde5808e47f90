using System.Text.Json.Nodes;
using NodeBot.Peers.Discord;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>The fake Discord is one that discord.js, which most bots are made with, logs in to and works with.</summary>
public sealed class DiscordJsTests
{
    private const string Package = "discord.js@14.28.1";

    private const string Script = """
        const { Client, GatewayIntentBits, Events, MessageFlags } = require('discord.js');
        const say = (what) => console.log(JSON.stringify(what));
        const client = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
          rest: { api: process.argv[1].replace(/\/v10$/, '') }, allowedMentions: { parse: [] } });
        client.on(Events.ClientReady, () => say({ ready: client.user.id, guilds: client.guilds.cache.size, name: client.guilds.cache.first()?.name }));
        client.on(Events.ShardResume, () => say({ resumed: true }));
        client.on(Events.MessageCreate, async (message) => {
          const sent = await message.channel.send({ content: 'heard ' + message.content, nonce: message.id, enforceNonce: true });
          const thread = await message.startThread({ name: 'thread', autoArchiveDuration: 1440 });
          say({ message: sent.content, thread: thread.id === message.id });
        });
        client.on(Events.InteractionCreate, async (interaction) => {
          try {
            if (interaction.isAutocomplete()) return await interaction.respond([{ name: 'one', value: '1' }]).then(() => say({ completed: true }));
            if (interaction.isButton()) return await interaction.reply({ content: 'pressed ' + interaction.customId, flags: MessageFlags.Ephemeral }).then(() => say({ pressed: true }));
            if (interaction.isModalSubmit()) return await interaction.reply({ content: 'filled ' + interaction.fields.getTextInputValue('name') }).then(() => say({ filled: true }));
            await interaction.deferReply();
            await interaction.editReply({ content: 'answer to ' + interaction.options.getString('question') });
            await interaction.followUp({ content: 'more' });
            say({ answered: interaction.options.getString('question') });
          } catch (e) { say({ error: String(e) }); }
        });
        client.on('error', (e) => say({ error: String(e) }));
        client.login(process.argv[2]).catch((e) => { say({ error: e.code || String(e) }); process.exit(0); });
        """;

    [Fact]
    public async Task discord_js_logs_in_answers_posts_and_resumes()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var client = await NodeScript.StartAsync(Package, Script, discord.Api.ToString(), FakeDiscord.Token);
        async Task<JsonNode> SaysAsync() => JsonNode.Parse((await client.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)))!)!;
        try
        {
            var ready = await SaysAsync();
            ((string?)ready["ready"]).ShouldBe(FakeDiscord.Application, ready.ToJsonString());
            ((string?)ready["name"]).ShouldBe("Nodes");

            var interaction = FakeInteractions.Ask("what?");
            await discord.EmitAsync(interaction);
            var answered = await SaysAsync();
            ((string?)answered["answered"]).ShouldBe("what?", answered.ToJsonString());
            var state = discord.State(interaction);
            ((int)state.First!["type"]!).ShouldBe(5);
            ((string)state.Edits.Single()["content"]!).ShouldBe("answer to what?");
            ((string)state.FollowUps.Single()["content"]!).ShouldBe("more");

            await discord.EmitAsync(FakeInteractions.Typing("guide", "passage", "x"));
            ((bool?)(await SaysAsync())["completed"]).ShouldBe(true);
            var press = FakeInteractions.Press("say:/rate good");
            press["message"] = new JsonObject { ["id"] = "1", ["channel_id"] = FakeDiscord.Channel, ["author"] = FakeDiscord.BotUser(), ["content"] = "" };
            await discord.EmitAsync(press);
            ((bool?)(await SaysAsync())["pressed"]).ShouldBe(true);
            await discord.EmitAsync(FakeInteractions.Submit("fill:/form", ("name", "Ann")));
            ((bool?)(await SaysAsync())["filled"]).ShouldBe(true);

            await discord.Gateway.EmitAsync("MESSAGE_CREATE", FakeDiscord.Message("hello"));
            var posted = await SaysAsync();
            ((string?)posted["message"]).ShouldBe("heard hello", posted.ToJsonString());
            ((bool?)posted["thread"]).ShouldBe(true);

            await discord.Gateway.AskReconnectAsync();
            ((bool?)(await SaysAsync())["resumed"]).ShouldBe(true);
            discord.Gateway.DropAll();
            await discord.EmitAsync(FakeInteractions.Ask("while away?"));
            var next = await SaysAsync();
            if (next["resumed"] is not null)
                next = await SaysAsync();
            ((string?)next["answered"]).ShouldBe("while away?", next.ToJsonString());
            discord.Violations.ShouldBeEmpty();
        }
        finally
        {
            client.Kill();
        }
    }

    [Fact]
    public async Task discord_js_is_refused_with_a_wrong_token()
    {
        await using var discord = await FakeDiscord.StartAsync();
        (await NodeScript.RunAsync(Package, Script, "", discord.Api.ToString(), "MTIw.wrong.token")).ShouldContain("TokenInvalid");
    }
}
