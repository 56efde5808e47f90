using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodeBot.Web.Api;

namespace NodeBot.Web.Security;

/// <summary>Turns what nobody foresaw into a plain answer: no stack trace, no text of the request in the log.</summary>
internal sealed partial class LastResort(RequestDelegate next, ILogger<LastResort> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Problems.Write(context, e.StatusCode, "The request could not be read.", "Send it again, whole.").ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away: there is nobody to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Failed(logger, e.GetType().FullName, e.StackTrace);
            await Problems.Write(context, StatusCodes.Status500InternalServerError, "Something went wrong on our side.", "Try again; if it stays so, tell the operator of this NodeBot.").ConfigureAwait(false);
        }
    }

    [LoggerMessage(LogLevel.Error, "A request failed: {Kind}\n{Trace}")]
    private static partial void Failed(ILogger logger, string? kind, string? trace);
}
