using System.Text.Json.Nodes;

namespace NodeBot.Peers.Discord;

/// <summary>An answer that a test prescribes for requests that fit.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">JSON; null for an empty body.</param>
/// <param name="Headers">Headers of it.</param>
public sealed record FakeAnswer(int Status, JsonNode? Body = null, IReadOnlyDictionary<string, string>? Headers = null)
{
    /// <summary>429 with a wait in seconds.</summary>
    public static FakeAnswer TooMany(double retryAfter, bool isGlobal = false, string scope = "user") => new(
        429,
        new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = retryAfter, ["global"] = isGlobal },
        new Dictionary<string, string> { ["X-RateLimit-Scope"] = scope });

    /// <summary>An error with Discord's code.</summary>
    public static FakeAnswer Error(int status, int code) => new(status, new JsonObject { ["code"] = code, ["message"] = "error" });
}
