using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodeBot.Core.Complaints.Reading;

namespace NodeBot.Web.Api;

/// <summary>Reads the body of <c>POST /api/explain</c>.</summary>
internal static class ExplainRequestReader
{
    /// <summary>What to send.</summary>
    public const string Shape = "Send {\"text\": \"...\", \"received\": \"YYYY-MM-DD\"} and nothing else; the text has at most 100,000 characters, 'received' may be left out.";

    // In bytes: a letter of 100,000 characters in any script, some of them escaped.
    private const int MaxBody = 512 * 1024;

    public static Task<(ExplainRequest? Letter, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        JsonBody.ReadAsync(request, MaxBody, Shape, Read, cancellation);

    private static (ExplainRequest?, ApiProblem?) Read(JsonElement root)
    {
        if (!root.TryGetProperty("text", out var value) || value.ValueKind != JsonValueKind.String)
            return (null, ApiProblem.Bad("'text' is missing or is not a text.", Shape));
        if (root.EnumerateObject().FirstOrDefault(property => property.Name is not ("text" or "received")) is { Value.ValueKind: not JsonValueKind.Undefined })
            return (null, ApiProblem.Bad("The body holds a field that is not known.", Shape));
        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
            return (null, ApiProblem.Bad("The text is empty.", "Send the letter's text; a picture must be turned into text first."));
        if (text.Length > LetterReader.MaxLength)
            return (null, ApiProblem.Bad($"The text has {text.Length} characters.", $"Send {LetterReader.MaxLength} at the most: the first pages."));
        if (!root.TryGetProperty("received", out var received) || received.ValueKind == JsonValueKind.Null)
            return (new ExplainRequest(text, null), null);
        return received.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(received.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1990 and < 2200
            ? (new ExplainRequest(text, day), null)
            : (null, ApiProblem.Bad("'received' is not a date.", "Write it as YYYY-MM-DD, such as 2026-11-24, or leave it out for today."));
    }
}
