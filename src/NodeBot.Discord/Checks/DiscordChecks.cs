using NodeBot.Core.Communities;
using NodeBot.Core.Conversation;
using NodeBot.Discord.Commands;
using NodeBot.Discord.Interactions;
using NodeBot.Discord.Rest;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Checks;

/// <summary>Looks whether the settings fit what Discord knows of the application.</summary>
internal sealed class DiscordChecks(DiscordOptions options, DiscordClient client)
{
    public const string NoApplication = "What answers at NodeBot:Discord:ApiUrl is not Discord. Leave it out, or correct it.";

    // Channels looked at; each is a request.
    private const int MostChannels = 20;

    /// <param name="specs">The bot's commands.</param>
    /// <param name="communities">The communities' settings; null to leave their channels out.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<DiscordFinding>> RunAsync(IEnumerable<CommandSpec> specs, IReadOnlyDictionary<string, CommunitySettings>? communities, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(options.Token))
            return [KeyAlone()];
        var application = await client.ApplicationAsync(cancellation).ConfigureAwait(false);
        if (!application.IsSuccess || !Snowflake.IsOne(application.Value?.Id))
            return [new DiscordFinding(false, application.Failure?.Mend ?? NoApplication)];
        var findings = new List<DiscordFinding> { new(true, $"application {application.Value!.Id}; gateway {(options.UsesGateway ? "on" : "off")}, signed interactions {(string.IsNullOrEmpty(options.PublicKey) ? "off" : "on")}") };
        findings.AddRange(Ways(application.Value));
        findings.Add(await CommandsAsync(application.Value.Id!, specs, cancellation).ConfigureAwait(false));
        if (options.UsesGateway)
            findings.AddRange(await SessionsAsync(cancellation).ConfigureAwait(false));
        findings.AddRange(await ChannelsAsync(communities, cancellation).ConfigureAwait(false));
        return findings;
    }

    private DiscordFinding KeyAlone() => new SignatureVerifier(options.PublicKey!, TimeProvider.System).HasKey
        ? new DiscordFinding(true, "signed interactions alone: without NodeBot:Discord:Token there are no mentions, no private messages and no \"ask a human\"")
        : new DiscordFinding(false, "NodeBot:Discord:PublicKey is not a public key; copy it anew from \"General Information\" of your application.");

    private IEnumerable<DiscordFinding> Ways(JsonApplication application)
    {
        if (!string.IsNullOrEmpty(options.PublicKey) && application.VerifyKey is { } key && !key.Equals(options.PublicKey, StringComparison.OrdinalIgnoreCase))
            yield return new DiscordFinding(false, "NodeBot:Discord:PublicKey is not the key of this token's application: every interaction would be refused. Copy it anew from \"General Information\".");
        if (string.IsNullOrEmpty(application.InteractionsEndpointUrl) && !options.UsesGateway)
            yield return new DiscordFinding(false, $"Nothing reaches the bot: set \"Interactions Endpoint URL\" of your application to your address with {InteractionEndpoint.Path}, or switch NodeBot:Discord:Gateway on.");
        if (!string.IsNullOrEmpty(application.InteractionsEndpointUrl) && string.IsNullOrEmpty(options.PublicKey))
            yield return new DiscordFinding(false, "Your application has an \"Interactions Endpoint URL\", so Discord sends commands there and not over the gateway. Remove it, or set NodeBot:Discord:PublicKey.");
    }

    private async Task<DiscordFinding> CommandsAsync(string application, IEnumerable<CommandSpec> specs, CancellationToken cancellation)
    {
        var registered = await client.CommandsAsync(application, guild: null, cancellation).ConfigureAwait(false);
        if (!registered.IsSuccess)
            return new DiscordFinding(false, registered.Failure.Mend);
        var differences = CommandComparison.Differences(registered.Value ?? [], CommandRegistration.Build(specs, isGlobal: true));
        return differences.Count == 0
            ? new DiscordFinding(true, "commands are registered")
            : new DiscordFinding(false, $"{differences.Count} commands are not registered as they are now. Run: nodebot discord register");
    }

    private async Task<IEnumerable<DiscordFinding>> SessionsAsync(CancellationToken cancellation)
    {
        var gateway = await client.GatewayAsync(cancellation).ConfigureAwait(false);
        if (!gateway.IsSuccess)
            return [new DiscordFinding(false, gateway.Failure.Mend)];
        return gateway.Value?.SessionStartLimit is { Remaining: < 100 } limit
            ? [new DiscordFinding(false, $"Only {limit.Remaining} sessions can be begun today; at none, Discord would reset the token. Find out what restarts the bot so often.")]
            : [];
    }

    private async Task<IEnumerable<DiscordFinding>> ChannelsAsync(IReadOnlyDictionary<string, CommunitySettings>? communities, CancellationToken cancellation)
    {
        var findings = new List<DiscordFinding>();
        var helpers = (communities ?? new Dictionary<string, CommunitySettings>())
            .Where(pair => pair.Key.StartsWith(InteractionReader.Platform, StringComparison.Ordinal))
            .Select(pair => pair.Value.HelpersChannel).OfType<string>().Where(Snowflake.IsOne).Take(MostChannels);
        foreach (var channel in helpers)
        {
            var found = await client.ChannelAsync(channel, cancellation).ConfigureAwait(false);
            if (!found.IsSuccess)
                findings.Add(new DiscordFinding(false, $"Helpers' channel {channel}: {found.Failure.Mend}"));
        }

        return findings;
    }
}
