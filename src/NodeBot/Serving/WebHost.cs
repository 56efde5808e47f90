using Microsoft.AspNetCore.DataProtection;
using NodeBot.Configuration;
using NodeBot.Core.Conversation;
using NodeBot.Discord;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Web;
using OpenTelemetry.Metrics;

namespace NodeBot.Serving;

/// <summary>Puts the bot behind the web surface.</summary>
internal static class WebHost
{
    public static WebApplication Build(Settings settings, Bot bot)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("NodeBot", LogLevel.Information);
        // Pages need no keys that outlive the process: nothing is kept in a cookie or a form.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services
            .AddSingleton(bot.Dispatcher)
            .AddSingleton(bot.Answerer)
            .AddSingleton(bot.Knowledge)
            .AddSingleton(bot.Passages)
            .AddSingleton(bot.Index)
            .AddSingleton(bot.Letters)
            .AddSingleton(bot)
            .AddSingleton(bot.Retrieval)
            .AddHostedService<EmbeddingService>()
            .AddHostedService<IndexService>()
            .AddHostedService<CaseService>()
            .AddHostedService<JurisdictionPostsService>()
            .AddNodeBotWeb(new WebOptions(settings.PublicUrl, settings.RateLimitPerMinute));
        if (settings.Discord.IsSet)
        {
            builder.Services.AddNodeBotDiscord(settings.Discord, settings.PublicUrl)
                .AddSingleton(bot.Communities)
                .AddSingleton<LeaseSource>(async () => (await bot.Database!.ConfigureAwait(false)).Ledger);
        }

        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(RetrievalMetrics.MeterName).AddPrometheusExporter());
        var app = builder.Build().MapNodeBotWeb();
        app.MapPrometheusScrapingEndpoint("/metrics");
        if (settings.Discord.IsSet)
        {
            app.MapNodeBotDiscord();
            bot.Posters[Surface.Discord] = app.Services.GetRequiredService<ChannelPoster>();
            bot.Messengers[Surface.Discord] = app.Services.GetRequiredService<MemberMessenger>();
        }

        return app;
    }
}
