namespace NodeBot.Discord.Wire;

/// <summary>An option or a subcommand.</summary>
internal sealed record CommandOptionProperties(CommandOptionType Type, string Name, string Description)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public IReadOnlyList<ChoiceProperties>? Choices { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Types of channels that can be chosen: 0 text, 5 announcements.</summary>
    public IReadOnlyList<int>? ChannelTypes { get; init; }

    public IReadOnlyList<CommandOptionProperties>? Options { get; init; }
}
