using Microsoft.AspNetCore.Http;
using NodeBot.Web.Api;

namespace NodeBot.Web.Security;

/// <summary>
/// Refuses forms that another site sends through a visitor's browser. The cookie of a case is never sent along with
/// such a form (SameSite=Strict), so no token is needed; but nobody else should spend a visitor's rate limit either. Programs send neither header and may ask.
/// </summary>
internal sealed class SameSiteOnly(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && IsCrossSite(context.Request))
        {
            await Problems.Write(context, StatusCodes.Status403Forbidden, "This request came from another web site.", "Open NodeBot's own page and ask there.").ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private static bool IsCrossSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site])
            return site is not ("same-origin" or "none");
        if (request.Headers.Origin is [{ Length: > 0 } origin])
            return !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
        return false;
    }
}
