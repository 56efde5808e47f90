using NodeBot.Core.Conversation;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Commands;

/// <summary>Makes Discord's commands of the bot's specs.</summary>
internal static class CommandRegistration
{
    // MANAGE_GUILD, 1 << 5: who sees moderators' commands until an administrator says otherwise in the server's settings.
    private const string ManageGuild = "32";

    private const int InGuild = 0;
    private static readonly int[] Everywhere = [0, 1, 2];
    private static readonly int[] GuildInstall = [0];
    private static readonly int[] AnyInstall = [0, 1];

    // Text channels and announcements: where the bot can answer and post.
    private static readonly int[] TextChannels = [0, 5];

    // Discord's locales for our languages (its documentation, "Locales").
    private static readonly Dictionary<string, string[]> Locales = new(StringComparer.Ordinal)
    {
        ["de"] = ["de"], ["nl"] = ["nl"], ["fr"] = ["fr"], ["es"] = ["es-ES", "es-419"], ["ru"] = ["ru"], ["uk"] = ["uk"],
    };

    /// <param name="specs">All commands; those that are only pressed are left out.</param>
    /// <param name="isGlobal">Whether they are for all guilds and users, or for one guild.</param>
    public static IReadOnlyList<CommandProperties> Build(IEnumerable<CommandSpec> specs, bool isGlobal)
    {
        var listed = specs.Where(spec => spec.IsListed).ToList();
        var typed = listed.GroupBy(spec => spec.Feature).Select(group => Typed([.. group], isGlobal));
        var menus = listed.Where(spec => spec.MessageMenu is not null).Select(spec => Menu(spec, isGlobal));
        return [.. typed, .. menus];
    }

    private static CommandProperties Typed(List<CommandSpec> group, bool isGlobal)
    {
        var first = group[0];
        var key = first.Feature;
        var isAlone = first.Name == first.Feature;
        var command = new CommandProperties(CommandType.ChatInput, first.Feature, isAlone ? first.Description : Texts.For("en")[$"{key}.description"])
        {
            NameLocalizations = Translations($"{key}.name"),
            DescriptionLocalizations = Translations($"{key}.description"),
            Options = isAlone ? Options(first, key) : [.. group.Select(Sub)],
            DefaultMemberPermissions = group.TrueForAll(spec => spec.Audience == Audience.Moderators) ? ManageGuild : null,
        };
        return Place(command, group.TrueForAll(spec => spec.NeedsCommunity), isGlobal);
    }

    private static CommandProperties Menu(CommandSpec spec, bool isGlobal)
    {
        var command = new CommandProperties(CommandType.Message, spec.MessageMenu!, "") { NameLocalizations = Translations($"{spec.Name}.menu") };
        return Place(command, spec.NeedsCommunity, isGlobal);
    }

    private static CommandProperties Place(CommandProperties command, bool needsCommunity, bool isGlobal)
    {
        if (!isGlobal)
            return command;
        return command with { Contexts = needsCommunity ? [InGuild] : Everywhere, IntegrationTypes = needsCommunity ? GuildInstall : AnyInstall };
    }

    private static CommandOptionProperties Sub(CommandSpec spec)
    {
        var key = spec.Name.Replace(' ', '.');
        return new CommandOptionProperties(CommandOptionType.SubCommand, spec.Name.Split(' ')[^1], spec.Description)
        {
            NameLocalizations = Translations($"{key}.name"),
            DescriptionLocalizations = Translations($"{key}.description"),
            Options = Options(spec, key),
        };
    }

    private static IReadOnlyList<CommandOptionProperties>? Options(CommandSpec spec, string key) =>
        spec.Options.Count == 0 ? null : [.. spec.Options.Select(option => Option(option, $"{key}.{option.Name}"))];

    private static CommandOptionProperties Option(OptionSpec option, string key) => new(Type(option.Kind), option.Name, option.Description)
    {
        NameLocalizations = Translations($"{key}.name"),
        DescriptionLocalizations = Translations($"{key}.description"),
        Required = option.Required ? true : null,
        Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(choice => new ChoiceProperties(choice.Label, choice.Value))],
        Autocomplete = option.Completes ? true : null,
        MaxLength = option.Kind == OptionKind.Text && option.Choices.Count == 0 ? option.MaxLength : null,
        ChannelTypes = option.Kind == OptionKind.Channel ? TextChannels : null,
    };

    private static CommandOptionType Type(OptionKind kind) => kind switch
    {
        OptionKind.YesNo => CommandOptionType.Boolean,
        OptionKind.Channel => CommandOptionType.Channel,
        OptionKind.Role => CommandOptionType.Role,
        _ => CommandOptionType.String,
    };

    private static Dictionary<string, string>? Translations(string key)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, locales) in Locales)
        {
            if (Texts.For(language).Find(key) is { } text)
            {
                foreach (var locale in locales)
                    found[locale] = text;
            }
        }

        return found.Count == 0 ? null : found;
    }
}
