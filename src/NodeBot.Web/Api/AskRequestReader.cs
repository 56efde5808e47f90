using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NodeBot.Core.Answering;

namespace NodeBot.Web.Api;

/// <summary>Reads the body of <c>POST /api/ask</c> by hand, so that each mistake gets its own words.</summary>
internal static class AskRequestReader
{
    /// <summary>Largest body in bytes: a question of 1,000 characters fits even when each is escaped.</summary>
    public const int MaxBody = 8 * 1024;

    public const string WrongContentType = "The content type is not JSON in UTF-8.";

    public const string RightContentType = "Send the header 'Content-Type: application/json'.";

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <returns>The question, or what is wrong: status, title and detail.</returns>
    public static async Task<(QuestionText? Question, int Status, string Title, string Detail)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!IsJson(request.ContentType))
            return Wrong(StatusCodes.Status415UnsupportedMediaType, WrongContentType, RightContentType);
        if (request.ContentLength > MaxBody || await BodyAsync(request, cancellation).ConfigureAwait(false) is not { } body)
            return Wrong(StatusCodes.Status413PayloadTooLarge, "The body is larger than 8 KB.", "Send {\"question\": \"...\"} with at most 1,000 characters.");

        try
        {
            using var document = JsonDocument.Parse(body, Json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that holds half a surrogate pair.
            return Wrong(StatusCodes.Status400BadRequest, "The body is not valid JSON.", "Send {\"question\": \"...\"} in UTF-8, each field once.");
        }
    }

    private static (QuestionText?, int, string, string) Read(JsonElement root)
    {
        const string Shape = "Send {\"question\": \"...\"} and nothing else.";
        if (root.ValueKind != JsonValueKind.Object)
            return Wrong(StatusCodes.Status400BadRequest, "The body is not a JSON object.", Shape);
        if (!root.TryGetProperty("question", out var value) || value.ValueKind != JsonValueKind.String)
            return Wrong(StatusCodes.Status400BadRequest, "'question' is missing or is not a text.", Shape);
        if (root.EnumerateObject().FirstOrDefault(property => property.Name != "question") is { Value.ValueKind: not JsonValueKind.Undefined })
            return Wrong(StatusCodes.Status400BadRequest, "The body holds a field that is not known.", Shape);
        return QuestionText.Read(value.GetString(), out var question) is { } problem
            ? Wrong(StatusCodes.Status400BadRequest, "The question cannot be read.", problem)
            : (question, StatusCodes.Status200OK, "", "");
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.AsSpan().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // A body without a declared length is counted while it is read.
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        var buffer = new byte[MaxBody + 1];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
        }

        return null;
    }

    private static (QuestionText?, int, string, string) Wrong(int status, string title, string detail) => (null, status, title, detail);
}
