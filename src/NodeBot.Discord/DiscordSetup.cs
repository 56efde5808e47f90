using NodeBot.Core.Communities;
using NodeBot.Core.Conversation;
using NodeBot.Discord.Checks;
using NodeBot.Discord.Commands;
using NodeBot.Discord.Rest;

namespace NodeBot.Discord;

/// <summary>Registers commands and looks whether all is set up, for the command line.</summary>
public sealed class DiscordSetup
{
    private readonly DiscordOptions _options;
    private readonly DiscordClient _client;
    private readonly IReadOnlyList<CommandSpec> _specs;

    internal DiscordSetup(DiscordOptions options, DiscordClient client, IEnumerable<CommandSpec> specs)
    {
        _options = options;
        _client = client;
        _specs = [.. specs];
    }

    /// <summary>Compares the registered commands with the bot's and, when told to, replaces them where they differ.</summary>
    /// <param name="guild">A guild's id for its own commands; null for the global ones.</param>
    /// <param name="clear">Whether the bot's commands are none.</param>
    /// <param name="write">Whether to replace them.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<RegistrationOutcome> RegisterAsync(string? guild, bool clear, bool write, CancellationToken cancellation)
    {
        if (guild is not null && !Snowflake.IsOne(guild))
            return new RegistrationOutcome([], $"\"{guild}\" is not a server's id. Switch on developer mode in Discord's settings, right-click the server and choose \"Copy Server ID\".");
        if (string.IsNullOrEmpty(_options.Token))
            return new RegistrationOutcome([], "Set NodeBot:Discord:Token first: it stands under \"Bot\" of your application at https://discord.com/developers/applications.");
        var application = await _client.ApplicationAsync(cancellation).ConfigureAwait(false);
        if (!application.IsSuccess || !Snowflake.IsOne(application.Value?.Id))
            return new RegistrationOutcome([], application.Failure?.Mend ?? DiscordChecks.NoApplication);
        var wanted = clear ? [] : CommandRegistration.Build(_specs, isGlobal: guild is null);
        var registered = await _client.CommandsAsync(application.Value!.Id!, guild, cancellation).ConfigureAwait(false);
        if (!registered.IsSuccess)
            return new RegistrationOutcome([], registered.Failure.Mend);
        var differences = CommandComparison.Differences(registered.Value ?? [], wanted);
        if (!write || differences.Count == 0)
            return new RegistrationOutcome(differences, null);
        var put = await _client.PutCommandsAsync(application.Value.Id!, guild, wanted, cancellation).ConfigureAwait(false);
        return new RegistrationOutcome(differences, put.Failure?.Mend);
    }

    /// <returns>The link that adds the bot to a server or an account, and in words what it asks for; or what is wrong.</returns>
    public async Task<(string? Server, string? User, string? Problem)> InviteAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(_options.Token))
            return (null, null, "Set NodeBot:Discord:Token first: it stands under \"Bot\" of your application at https://discord.com/developers/applications.");
        var application = await _client.ApplicationAsync(cancellation).ConfigureAwait(false);
        if (!application.IsSuccess || !Snowflake.IsOne(application.Value?.Id))
            return (null, null, application.Failure?.Mend ?? DiscordChecks.NoApplication);
        var start = "https://discord.com/oauth2/authorize?client_id=" + application.Value!.Id;
        return ($"{start}&scope=bot+applications.commands&integration_type=0&permissions={Permissions.Asked}", $"{start}&scope=applications.commands&integration_type=1", null);
    }

    /// <returns>What is set up and what is wrong, for the doctor.</returns>
    /// <param name="communities">The communities' settings, to see whether their helpers' channels can be reached; null to leave that out.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<IReadOnlyList<DiscordFinding>> CheckAsync(IReadOnlyDictionary<string, CommunitySettings>? communities, CancellationToken cancellation) =>
        new DiscordChecks(_options, _client).RunAsync(_specs, communities, cancellation);
}
