using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace NodeBot.Web.Assets;

/// <summary>Serves the style sheet, the script and the icon from the assembly.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        Map(app, "nodebot.css", "text/css");
        Map(app, "nodebot.js", "text/javascript");
        Map(app, "favicon.svg", "image/svg+xml");
    }

    private static void Map(IEndpointRouteBuilder app, string name, string contentType)
    {
        using var stream = typeof(AssetEndpoints).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
        app.MapGet("/assets/" + name, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(bytes, contentType + "; charset=utf-8", entityTag: tag);
        }).ExcludeFromDescription();
    }
}
