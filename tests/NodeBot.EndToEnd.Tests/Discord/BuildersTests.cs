using System.Text.Json;
using NodeBot.Core.Conversation;
using NodeBot.Discord.Commands;
using NodeBot.Discord.Wire;

namespace NodeBot.EndToEnd.Tests.Discord;

/// <summary>The commands that are registered are ones that Discord's own builders accept.</summary>
public sealed class BuildersTests
{
    // Each command is built with the builders, whose checks throw, and must come out as it went in.
    private const string Script = """
        const { SlashCommandBuilder, ContextMenuCommandBuilder } = require('discord.js');
        const options = (builder, list) => {
          for (const o of list || []) {
            const common = (b) => { b.setName(o.name).setDescription(o.description).setNameLocalizations(o.name_localizations || null).setDescriptionLocalizations(o.description_localizations || null); if (b.setRequired) b.setRequired(!!o.required); return b; };
            if (o.type === 1) builder.addSubcommand((b) => { common(b); options(b, o.options); return b; });
            else if (o.type === 3) builder.addStringOption((b) => { common(b); if (o.max_length) b.setMaxLength(o.max_length); if (o.choices) b.addChoices(...o.choices); if (o.autocomplete) b.setAutocomplete(true); return b; });
            else if (o.type === 5) builder.addBooleanOption(common);
            else if (o.type === 7) builder.addChannelOption((b) => common(b).addChannelTypes(...o.channel_types));
            else if (o.type === 8) builder.addRoleOption(common);
            else throw new Error('type ' + o.type);
          }
        };
        let text = '';
        process.stdin.on('data', (d) => text += d).on('end', () => {
          for (const c of JSON.parse(text)) {
            const b = c.type === 1 ? new SlashCommandBuilder().setDescription(c.description).setDescriptionLocalizations(c.description_localizations || null) : new ContextMenuCommandBuilder().setType(c.type);
            b.setName(c.name).setNameLocalizations(c.name_localizations || null).setContexts(...c.contexts).setIntegrationTypes(...c.integration_types);
            if (c.default_member_permissions) b.setDefaultMemberPermissions(c.default_member_permissions);
            options(b, c.options);
            const json = b.toJSON();
            if (JSON.stringify(json.name) !== JSON.stringify(c.name) || (json.options || []).length !== (c.options || []).length) throw new Error(c.name);
            console.log('ok ' + c.name);
          }
        });
        """;

    [Fact]
    public async Task Every_command_passes_the_builders()
    {
        var commands = CommandRegistration.Build(ShippedSpecs.All, isGlobal: true);
        var output = await NodeScript.RunAsync("discord.js@14.28.1", Script, JsonSerializer.Serialize(commands, DiscordJson.Default.IReadOnlyListCommandProperties));
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(commands.Select(command => "ok " + command.Name));
    }

    [Fact]
    public void Required_options_stand_first_and_the_whole_stays_within_8000_characters()
    {
        foreach (var command in CommandRegistration.Build(ShippedSpecs.All, isGlobal: true))
        {
            Length(command.Name, command.NameLocalizations, command.Description, command.DescriptionLocalizations, command.Options).ShouldBeLessThan(8000);
            Check(command.Options);
        }
    }

    [Theory]
    [InlineData("de")]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("es-ES")]
    [InlineData("ru")]
    [InlineData("uk")]
    public void Every_name_and_description_is_translated(string locale)
    {
        foreach (var command in CommandRegistration.Build(ShippedSpecs.All, isGlobal: true))
        {
            // The bot's own name is the same in every language.
            if (command.Name != "nodebot")
                command.NameLocalizations!.Keys.ShouldContain(locale, command.Name);
            if (command.Type == CommandType.ChatInput)
                command.DescriptionLocalizations!.Keys.ShouldContain(locale);
            CheckTranslated(command.Options, locale);
        }

        // Two commands of one name could not be told apart.
        var names = CommandRegistration.Build(ShippedSpecs.All, isGlobal: true).Select(command => (command.Type, command.NameLocalizations?[locale] ?? command.Name)).ToList();
        names.Distinct().Count().ShouldBe(names.Count);
    }

    private static void CheckTranslated(IReadOnlyList<CommandOptionProperties>? options, string locale)
    {
        foreach (var option in options ?? [])
        {
            option.NameLocalizations!.Keys.ShouldContain(locale, option.Name);
            option.DescriptionLocalizations!.Keys.ShouldContain(locale, option.Name);
            CheckTranslated(option.Options, locale);
        }

        var names = (options ?? []).Select(option => option.NameLocalizations![locale]).ToList();
        names.Distinct().Count().ShouldBe(names.Count);
    }

    private static void Check(IReadOnlyList<CommandOptionProperties>? options)
    {
        (options ?? []).SkipWhile(option => option.Required == true).ShouldAllBe(option => option.Required != true);
        foreach (var option in options ?? [])
            Check(option.Options);
    }

    private static int Length(string name, IReadOnlyDictionary<string, string>? names, string description, IReadOnlyDictionary<string, string>? descriptions, IReadOnlyList<CommandOptionProperties>? options) =>
        (names?.Values ?? []).Append(name).Max(text => text.Length) + (descriptions?.Values ?? []).Append(description).Max(text => text.Length)
        + (options ?? []).Sum(option => Length(option.Name, option.NameLocalizations, option.Description, option.DescriptionLocalizations, option.Options) + (option.Choices ?? []).Sum(choice => choice.Name.Length + choice.Value.Length));
}
