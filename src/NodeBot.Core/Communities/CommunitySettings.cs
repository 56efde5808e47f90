namespace NodeBot.Core.Communities;

/// <summary>What a community's moderators have set.</summary>
public sealed record CommunitySettings
{
    public static readonly CommunitySettings Default = new();

    /// <summary>The platform's ids of the channels that the bot answers in; empty for all.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>The platform's id of the role whose members moderate, beside those who manage the community; null for none.</summary>
    public string? ModeratorsRole { get; init; }

    /// <summary>Where "ask a human" posts; null when nobody was set to help.</summary>
    public string? HelpersChannel { get; init; }

    /// <summary>ISO 639-1 code of the language of the bot's own words; null for each member's own.</summary>
    public string? Language { get; init; }

    public MentionStyle Mentions { get; init; }

    /// <summary>Features that are switched off, by the first word of their commands.</summary>
    public IReadOnlyList<string> FeaturesOff { get; init; } = [];

    /// <returns>Whether a feature is on.</returns>
    public bool Has(string feature) => !FeaturesOff.Contains(feature);
}
