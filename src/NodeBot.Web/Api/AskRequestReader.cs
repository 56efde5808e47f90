using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodeBot.Core.Answering;

namespace NodeBot.Web.Api;

/// <summary>Reads the body of <c>POST /api/ask</c>.</summary>
internal static class AskRequestReader
{
    /// <summary>What to send.</summary>
    public const string Shape = "Send {\"question\": \"...\"} and nothing else, at most 1,000 characters.";

    // In bytes: a question of 1,000 characters fits even when each is escaped.
    private const int MaxBody = 8 * 1024;

    public static Task<(QuestionText? Question, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        JsonBody.ReadAsync(request, MaxBody, Shape, Read, cancellation);

    private static (QuestionText?, ApiProblem?) Read(JsonElement root)
    {
        if (!root.TryGetProperty("question", out var value) || value.ValueKind != JsonValueKind.String)
            return (null, ApiProblem.Bad("'question' is missing or is not a text.", Shape));
        if (root.EnumerateObject().FirstOrDefault(property => property.Name != "question") is { Value.ValueKind: not JsonValueKind.Undefined })
            return (null, ApiProblem.Bad("The body holds a field that is not known.", Shape));
        return QuestionText.Read(value.GetString(), out var question) is { } problem ? (null, ApiProblem.Bad("The question cannot be read.", problem)) : (question, null);
    }
}
