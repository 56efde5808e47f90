namespace NodeBot.Discord.Wire;

/// <summary>A command to register.</summary>
internal sealed record CommandProperties(CommandType Type, string Name, string Description)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<CommandOptionProperties>? Options { get; init; }

    /// <summary>Bit set as a string; null for everyone.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>0 in a guild, 1 in a private message to the bot, 2 in other private messages. Only for global commands.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>0 installed in a guild, 1 installed by a user. Only for global commands.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }
}
