using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodeBot.Web.Api;
using NodeBot.Web.Assets;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;
using NodeBot.Web.Chat;
using NodeBot.Web.Countries;
using NodeBot.Web.Guide;
using NodeBot.Web.Health;
using NodeBot.Web.Security;

namespace NodeBot.Web;

/// <summary>The web surface: chat page, guide, countries, JSON API, health.</summary>
public static class NodeBotWeb
{
    /// <summary>
    /// Registers the web surface. The program registers <c>Dispatcher</c>, <c>Answerer</c>, <c>KnowledgeBase</c>, <c>PassageFinder</c> and <c>KnowledgeIndex</c>.
    /// </summary>
    public static IServiceCollection AddNodeBotWeb(this IServiceCollection services, WebOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<PublicAddress>();
        services.TryAddSingleton(provider => new CountryFinder(provider.GetRequiredService<KnowledgeBase>()));
        services.AddRazorComponents();
        services.AddNodeBotRateLimit(options);
        services.AddNodeBotOpenApi();
        return services;
    }

    /// <summary>Adds the middleware and all endpoints of the web surface.</summary>
    public static WebApplication MapNodeBotWeb(this WebApplication app)
    {
        app.UseMiddleware<LastResort>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<SameSiteOnly>();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapAssets();
        app.MapHealth();
        app.MapApi();
        app.MapChat();
        app.MapCountries();
        app.MapGuide();
        return app;
    }
}
