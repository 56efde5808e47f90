using NodeBot.Core.Conversation;

namespace NodeBot.Core.Communities;

/// <summary><c>/nodebot settings</c>: shows a community's settings and changes those that are named.</summary>
/// <param name="communities">The settings.</param>
/// <param name="features">Features that can be switched off.</param>
/// <param name="posters">To see whether the bot may write where it was told to.</param>
public sealed class SettingsCommand(CommunityDirectory communities, IReadOnlyList<string> features, Func<Surface, ChannelPoster?> posters) : Command
{
    private const string Allow = "allow";
    private const string Forbid = "forbid";
    private const string Moderators = "moderators";
    private const string Helpers = "helpers";
    private const string Language = "language";
    private const string Mentions = "mentions";
    private const string On = "on";
    private const string Off = "off";
    private const string Reset = "reset";
    private const string Everything = "everything";

    // More channels than this would not fit into one message.
    private const int MostChannels = 50;

    private static readonly Dictionary<string, string> LanguageNames = new(StringComparer.Ordinal)
    {
        ["en"] = "English", ["de"] = "Deutsch", ["nl"] = "Nederlands", ["fr"] = "Français", ["es"] = "Español", ["ru"] = "Русский", ["uk"] = "Українська",
    };

    private static readonly OptionChoice[] Styles = [new("in a thread", nameof(MentionStyle.Thread)), new("in the channel", nameof(MentionStyle.Inline))];

    private static readonly OptionChoice[] Resets =
    [
        new("channels: answer everywhere", Allow), new("moderators' role", Moderators), new("helpers' channel", Helpers), new("language: each member's own", Language),
        new("everything, and forget what members said and what channels follow", Everything),
    ];

    public override CommandSpec Spec { get; } = new(
        "nodebot settings",
        "See and change how NodeBot behaves in this community",
        [
            new OptionSpec(Allow, "Answer in this channel, and only in channels so allowed", Required: false) { Kind = OptionKind.Channel },
            new OptionSpec(Forbid, "No longer answer in this channel", Required: false) { Kind = OptionKind.Channel },
            new OptionSpec(Moderators, "The role whose members may use the moderators' commands", Required: false) { Kind = OptionKind.Role },
            new OptionSpec(Helpers, "The channel that \"ask a human\" posts to", Required: false) { Kind = OptionKind.Channel },
            new OptionSpec(Language, "The language of my own words here", Required: false) { Choices = [.. Texts.Languages.Select(code => new OptionChoice(LanguageNames[code], code))] },
            new OptionSpec(Mentions, "Where I answer when I am mentioned", Required: false) { Choices = Styles },
            new OptionSpec(On, "Switch a feature on", Required: false) { Choices = [.. features.Select(name => new OptionChoice("/" + name, name))] },
            new OptionSpec(Off, "Switch a feature off", Required: false) { Choices = [.. features.Select(name => new OptionChoice("/" + name, name))] },
            new OptionSpec(Reset, "Go back to how it was at first", Required: false) { Choices = Resets },
        ],
        "/nodebot settings")
    {
        Audience = Audience.Moderators,
        IsPrivate = true,
        NeedsCommunity = true,
    };

    public override async ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (Problem(turn) is { } problem)
            return Reply.Privately(problem);
        if (turn.Options.GetValueOrDefault(Reset) == Everything)
        {
            await communities.RemoveAsync(turn.Community!, cancellation).ConfigureAwait(false);
            return Reply.Privately("Everything is as it was at first, and what members said of answers here is forgotten.");
        }

        var settings = turn.Options.Count == 0
            ? turn.Settings
            : await communities.UpdateAsync(turn.Community!, before => Change(before, turn.Options), cancellation).ConfigureAwait(false);
        var blocks = Show(settings);
        foreach (var channel in new[] { turn.Options.GetValueOrDefault(Allow), turn.Options.GetValueOrDefault(Helpers) }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (posters(turn.Surface) is { } poster && await poster.CheckAsync(turn.Community!, channel, cancellation).ConfigureAwait(false) is { } warning)
                blocks.Add(new TextBlock("Attention: " + warning));
        }

        return new Reply(blocks, []) { Visibility = Visibility.Private };
    }

    private string? Problem(Turn turn)
    {
        foreach (var (name, value) in turn.Options)
        {
            if (Spec.Options.FirstOrDefault(option => option.Name == name) is not { } option)
                return $"There is no setting \"{name}\". There are: {string.Join(", ", Spec.Options.Select(known => known.Name))}.";
            if (option.Choices.Count > 0 && option.Choices.All(choice => choice.Value != value))
                return $"{name} cannot be \"{value}\". Choose one of: {string.Join(", ", option.Choices.Select(choice => choice.Value))}.";
            if (option.Kind is OptionKind.Channel or OptionKind.Role && !(value.Length is > 0 and <= 100 && value.All(char.IsAsciiLetterOrDigit)))
                return $"{name} is not a channel or role that I know. Choose it from the list that opens when you type.";
        }

        if (turn.Options.ContainsKey(Allow) && turn.Settings.Channels.Count >= MostChannels)
            return $"{MostChannels} channels are allowed already, which is the most. Use reset to answer everywhere instead.";
        return null;
    }

    private static CommunitySettings Change(CommunitySettings settings, IReadOnlyDictionary<string, string> options)
    {
        foreach (var (name, value) in options)
        {
            settings = name switch
            {
                Allow => settings with { Channels = [.. settings.Channels.Append(value).Distinct(StringComparer.Ordinal)] },
                Forbid => settings with { Channels = [.. settings.Channels.Where(channel => channel != value)] },
                Moderators => settings with { ModeratorsRole = value },
                Helpers => settings with { HelpersChannel = value },
                Language => settings with { Language = value },
                Mentions => settings with { Mentions = Enum.Parse<MentionStyle>(value) },
                On => settings with { FeaturesOff = [.. settings.FeaturesOff.Where(feature => feature != value)] },
                Off => settings with { FeaturesOff = [.. settings.FeaturesOff.Append(value).Distinct(StringComparer.Ordinal)] },
                _ => ResetOne(settings, value),
            };
        }

        return settings;
    }

    private static CommunitySettings ResetOne(CommunitySettings settings, string name) => name switch
    {
        Allow => settings with { Channels = [] },
        Moderators => settings with { ModeratorsRole = null },
        Helpers => settings with { HelpersChannel = null },
        _ => settings with { Language = null },
    };

    private List<Block> Show(CommunitySettings settings)
    {
        var off = features.Where(feature => !settings.Has(feature)).Select(feature => "/" + feature).ToList();
        return
        [
            new HeadingBlock("How NodeBot behaves here"),
            settings.Channels.Count == 0
                ? new TextBlock("Answers in every channel that it can see.")
                : new PlacesBlock("Answers only in:", [.. settings.Channels.Select(id => new Place(PlaceKind.Channel, id))]),
            settings.ModeratorsRole is { } role
                ? new PlacesBlock("Moderators: those who manage the server, and", [new Place(PlaceKind.Role, role)])
                : new TextBlock("Moderators: those who manage the server."),
            settings.HelpersChannel is { } channel
                ? new PlacesBlock("\"Ask a human\" posts to:", [new Place(PlaceKind.Channel, channel)])
                : new TextBlock("\"Ask a human\" is not offered: choose a channel for it with helpers."),
            new TextBlock($"Language of its own words: {(settings.Language is { } language ? LanguageNames[language] : "each member's own")}."),
            new TextBlock($"A mention is answered {Styles.First(style => style.Value == settings.Mentions.ToString()).Label}."),
            new TextBlock(off.Count == 0 ? "Every feature is on." : $"Off: {string.Join(", ", off)}."),
        ];
    }
}
