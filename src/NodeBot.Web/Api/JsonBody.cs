using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NodeBot.Web.Api;

/// <summary>Reads the JSON body of a request by hand, so that each mistake gets its own words.</summary>
internal static class JsonBody
{
    public const string WrongContentType = "The content type is not JSON in UTF-8.";

    public const string RightContentType = "Send the header 'Content-Type: application/json'.";

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <param name="request">Its body is read.</param>
    /// <param name="maxBytes">Largest body.</param>
    /// <param name="shape">What to send instead of what is wrong.</param>
    /// <param name="read">Reads the object; every text in it can be read.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What was read, or what is wrong.</returns>
    public static async Task<(T? Value, ApiProblem? Problem)> ReadAsync<T>(HttpRequest request, int maxBytes, string shape, Func<JsonElement, (T?, ApiProblem?)> read, CancellationToken cancellation)
        where T : class
    {
        if (!IsJson(request.ContentType))
            return (null, new ApiProblem(StatusCodes.Status415UnsupportedMediaType, WrongContentType, RightContentType));
        if (request.ContentLength > maxBytes || await BodyAsync(request, maxBytes, cancellation).ConfigureAwait(false) is not { } body)
            return (null, new ApiProblem(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {maxBytes / 1024} KB.", shape));

        try
        {
            using var document = JsonDocument.Parse(body, Json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : (null, ApiProblem.Bad("The body is not a JSON object.", shape));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that holds half a surrogate pair.
            return (null, ApiProblem.Bad("The body is not valid JSON.", $"{shape} In UTF-8, each field once."));
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.AsSpan().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // A body without a declared length is counted while it is read.
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[8 * 1024];
        while (true)
        {
            var read = await request.Body.ReadAsync(chunk, cancellation).ConfigureAwait(false);
            if (read == 0)
                return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
            await buffer.WriteAsync(chunk.AsMemory(0, read), cancellation).ConfigureAwait(false);
            if (buffer.Length > maxBytes)
                return null;
        }
    }
}
