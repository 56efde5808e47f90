using System.Net;

namespace NodeBot.Discord.Rest;

/// <summary>
/// Stops sending well before Discord bans the address: it does so after 10,000 answers of 401, 403 or 429 within 10 minutes
/// (Discord's documentation, "Invalid Request Limit"). After a 401 nothing more is sent with the token.
/// </summary>
internal sealed class InvalidRequestGuard(TimeProvider time)
{
    /// <summary>Refused requests within the window after which nothing more is sent: a fifth of what Discord allows.</summary>
    public const int Most = 2000;

    /// <summary>The window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Queue<DateTimeOffset> _refused = new();
    private readonly Lock _lock = new();
    private bool _isTokenRefused;

    /// <returns>Why nothing may be sent; null when it may.</returns>
    public DiscordFailure? Check(bool isBot)
    {
        lock (_lock)
        {
            if (isBot && _isTokenRefused)
                return new DiscordFailure(DiscordFailureKind.Unauthorized, 401);
            while (_refused.TryPeek(out var first) && time.GetUtcNow() - first >= Window)
                _refused.Dequeue();
            return _refused.Count >= Most ? new DiscordFailure(DiscordFailureKind.NotSent) : null;
        }
    }

    /// <summary>Counts an answer.</summary>
    /// <param name="status">The status.</param>
    /// <param name="isBot">Whether the bot's token went with the request.</param>
    /// <param name="isShared">A 429 of a limit shared with others, which Discord does not count.</param>
    public void Count(HttpStatusCode status, bool isBot, bool isShared)
    {
        if (status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) || isShared)
            return;
        lock (_lock)
        {
            _refused.Enqueue(time.GetUtcNow());
            _isTokenRefused |= isBot && status == HttpStatusCode.Unauthorized;
        }
    }
}
