using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace NodeBot.Web.Api;

/// <summary>Problem documents (RFC 9457): the title says what is wrong, the detail how to mend it.</summary>
internal static class Problems
{
    /// <param name="context">Its response must not have started.</param>
    /// <param name="status">HTTP status, 4xx or 5xx.</param>
    /// <param name="title">What is wrong.</param>
    /// <param name="detail">How to mend it.</param>
    public static Task Write(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        return context.Response.WriteAsJsonAsync(problem, WebJson.Default.ProblemDetails, "application/problem+json", context.RequestAborted);
    }
}
