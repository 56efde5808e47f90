using NodeBot.Core.Conversation;
using NodeBot.Discord.Rendering;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Interactions;

/// <summary>Makes turns of interactions. Nothing in them is trusted: what is missing or malformed gives no turn.</summary>
internal sealed class InteractionReader(Dispatcher dispatcher)
{
    /// <summary>The platform's prefix of ids of communities and members.</summary>
    public const string Platform = "discord:";

    private const int MostOptions = 25;
    private const int DeepestOption = 3;

    /// <returns>The turn; null when the interaction says nothing that the bot knows.</returns>
    public ReadInteraction? Read(JsonInteraction interaction) => interaction.Type switch
    {
        InteractionType.Command when interaction.Data?.Type == CommandType.Message => ReadMenu(interaction),
        InteractionType.Command or InteractionType.Autocomplete => ReadCommand(interaction),
        InteractionType.Component or InteractionType.ModalSubmit => ReadPressed(interaction),
        _ => null,
    };

    /// <summary>The language of a person whose client is set to a locale; English for none.</summary>
    public static string Language(string? locale) => locale is { Length: >= 2 and <= 10 } ? locale.Split('-')[0] : "en";

    private ReadInteraction? ReadCommand(JsonInteraction interaction)
    {
        var words = new List<string?> { interaction.Data?.Name };
        var options = interaction.Data?.Options ?? [];
        // A subcommand is an option that holds options.
        while (options is [{ Type: (int)CommandOptionType.SubCommand or (int)CommandOptionType.SubCommandGroup } sub] && words.Count < DeepestOption)
        {
            words.Add(sub.Name);
            options = sub.Options ?? [];
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options.OfType<JsonOption>().Take(MostOptions))
        {
            if (option.Name is { } name && option.Value is { } value)
                values[name] = value;
        }

        var turn = new Turn(Surface.Discord, string.Join(' ', words), values);
        var spec = dispatcher.Specs.FirstOrDefault(spec => spec.Name == turn.Command);
        var focused = options.OfType<JsonOption>().FirstOrDefault(option => option.Focused == true);
        return With(interaction, turn, spec?.IsPrivate == true || values.GetValueOrDefault(AskCommand.PrivateOption) == "true") with
        {
            Focused = focused?.Name is { } typing ? (typing, focused.Value ?? "") : null,
        };
    }

    private ReadInteraction? ReadMenu(JsonInteraction interaction)
    {
        var spec = dispatcher.Specs.FirstOrDefault(spec => spec.MessageMenu is not null && spec.MessageMenu == interaction.Data?.Name);
        if (spec is null || interaction.Data?.TargetId is not { } target)
            return null;
        var text = interaction.Data.Resolved?.Messages?.GetValueOrDefault(target)?.Content?.Trim() ?? "";
        var option = spec.Options[0];
        var turn = new Turn(Surface.Discord, spec.Name, new Dictionary<string, string>(StringComparer.Ordinal) { [option.Name] = Shortened(text, option.MaxLength) });
        // It may be somebody else's message: what is said of it is for the one who asks.
        return With(interaction, turn, isEphemeral: true);
    }

    private ReadInteraction? ReadPressed(JsonInteraction interaction)
    {
        if (PressKey.Says(interaction.Data?.CustomId, interaction.Data?.Values) is not { } says)
            return null;
        var turn = Turn.Parse(Surface.Discord, says, dispatcher.Specs);
        if (interaction.Type == InteractionType.ModalSubmit)
        {
            var values = new Dictionary<string, string>(turn.Options, StringComparer.Ordinal);
            foreach (var (name, value) in Filled(interaction.Data?.Components ?? [], depth: 0))
                values[name] = value;
            turn = turn with { Options = values };
        }

        return With(interaction, turn, isEphemeral: true);
    }

    private static ReadInteraction With(JsonInteraction interaction, Turn turn, bool isEphemeral)
    {
        var user = interaction.Member?.User?.Id ?? interaction.User?.Id;
        var member = Snowflake.IsOne(user) ? Platform + user : null;
        var isInstalled = IsInstalledInGuild(interaction);
        var channel = interaction.Channel?.Id ?? interaction.ChannelId;
        // Where only a user has installed the bot, others did not ask for it: they see nothing of it.
        isEphemeral |= !isInstalled && interaction.GuildId is not null;
        return new ReadInteraction(
            turn with
            {
                Id = interaction.Id,
                Community = isInstalled ? Platform + interaction.GuildId : null,
                Channel = isInstalled ? (interaction.Channel is { IsThread: true } thread ? thread.ParentId : channel) : null,
                Member = member,
                IsModerator = isInstalled && Permissions.Manages(interaction.Member?.Permissions),
                Roles = [.. (interaction.Member?.Roles ?? []).OfType<string>()],
                Language = Language(interaction.Locale),
                // What was asked in private never shows in public.
                Conversation = member is null ? null : $"{Platform}{channel}:{user}:{(isEphemeral ? "private" : "public")}",
            },
            isEphemeral);
    }

    private static bool IsInstalledInGuild(JsonInteraction interaction) =>
        Snowflake.IsOne(interaction.GuildId)
        && (interaction.AuthorizingIntegrationOwners is null || interaction.AuthorizingIntegrationOwners.Guild == interaction.GuildId);

    private static IEnumerable<(string Name, string Value)> Filled(IEnumerable<JsonSubmitted> components, int depth)
    {
        if (depth > DeepestOption)
            yield break;
        foreach (var component in components.OfType<JsonSubmitted>().Take(MostOptions))
        {
            if (component.CustomId is { } name && (component.Value ?? (component.Values is [var first, ..] ? first : null)) is { } value)
                yield return (name, value);
            // Labels hold one component, the older action rows several.
            var inside = component.Component is { } one ? [one] : component.Components ?? [];
            foreach (var filled in Filled(inside, depth + 1))
                yield return filled;
        }
    }

    private static string Shortened(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var space = text.LastIndexOf(' ', most - 1, most / 2);
        return text[..(space > 0 ? space : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
