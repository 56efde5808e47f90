using Microsoft.AspNetCore.Http;

namespace NodeBot.Web.Api;

/// <summary>What is wrong with a request.</summary>
/// <param name="Status">HTTP status, 4xx.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Detail">How to mend it.</param>
internal sealed record ApiProblem(int Status, string Title, string Detail)
{
    public static ApiProblem Bad(string title, string detail) => new(StatusCodes.Status400BadRequest, title, detail);
}
