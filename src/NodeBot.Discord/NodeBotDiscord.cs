using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodeBot.Core.Communities;
using NodeBot.Core.Conversation;
using NodeBot.Discord.Checks;
using NodeBot.Discord.Gateway;
using NodeBot.Discord.Interactions;
using NodeBot.Discord.Messages;
using NodeBot.Discord.Rendering;
using NodeBot.Discord.Rest;

namespace NodeBot.Discord;

/// <summary>The Discord surface: signed interactions, the gateway, and posting.</summary>
public static class NodeBotDiscord
{
    // Discord's addresses may change while the program runs for weeks.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // One try; a whole request with its tries may take longer.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Registers the surface. The program registers <c>Dispatcher</c>, <c>CommunityDirectory</c> and <c>LeaseSource</c>, and adds the <see cref="ChannelPoster"/> to its commands.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="options">Checked options.</param>
    /// <param name="pageUrl">Where the web pages are that quotes link to; null when nobody outside can reach them.</param>
    public static IServiceCollection AddNodeBotDiscord(this IServiceCollection services, DiscordOptions options, Uri? pageUrl)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new DiscordRendering(options.Style, pageUrl));
        services.AddSingleton(provider => new DiscordHttp(CreateHttp(), options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DiscordHttp>>()));
        services.AddSingleton<DiscordClient>();
        services.AddSingleton<BackgroundWork>();
        services.AddSingleton<InteractionReceiver>();
        services.AddSingleton<DiscordPoster>();
        services.AddSingleton<MemberMessenger, DiscordMessenger>();
        services.AddSingleton<ChannelPoster>(provider => provider.GetRequiredService<DiscordPoster>());
        services.AddSingleton<ChannelParents>();
        services.AddSingleton<MessageReceiver>();
        services.AddSingleton<GatewayEvents>();
        services.AddSingleton<DiscordChecks>();
        if (options.UsesGateway)
            services.AddHostedService<GatewayService>();
        if (!string.IsNullOrEmpty(options.Token))
            services.AddHostedService<StartChecks>();
        return services;
    }

    /// <summary>Adds <c>POST /discord/interactions</c>, where a public key is set.</summary>
    public static WebApplication MapNodeBotDiscord(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<DiscordOptions>();
        if (!string.IsNullOrEmpty(options.PublicKey))
            app.MapInteractions(new SignatureVerifier(options.PublicKey, app.Services.GetRequiredService<TimeProvider>()), app.Services.GetRequiredService<InteractionReceiver>(), app.Logger);
        return app;
    }

    /// <summary>Looks and changes from the command line, with no surface running.</summary>
    /// <param name="options">Checked options.</param>
    /// <param name="specs">The bot's commands.</param>
    /// <param name="logger">For what goes wrong on the way.</param>
    public static DiscordSetup CreateSetup(DiscordOptions options, IEnumerable<CommandSpec> specs, ILoggerFactory logger) =>
        new(options, new DiscordClient(new DiscordHttp(CreateHttp(), options, TimeProvider.System, logger.CreateLogger<DiscordHttp>())), specs);

    internal static HttpClient CreateHttp() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = ConnectionLifetime,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        // Requests with a token in the path or a header must not follow a redirect elsewhere.
        AllowAutoRedirect = false,
    })
    {
        Timeout = RequestTimeout,
    };
}
