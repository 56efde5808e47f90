using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Rest;

/// <summary>Sends requests: waits for limits, tries again where that is safe, and says what went wrong without the token or any text.</summary>
internal sealed partial class DiscordHttp(HttpClient http, DiscordOptions options, TimeProvider time, ILogger<DiscordHttp> logger)
{
    private const int MostTries = 5;

    // Errors are small; more than this is not one.
    private const int LongestError = 64 * 1024;

    // Waits before the second, third, … try, doubled each time, with up to as much again at random.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    private readonly RateLimits _limits = new(time);
    private readonly InvalidRequestGuard _guard = new(time);
    private readonly string _base = options.ApiUrl.AbsoluteUri.TrimEnd('/') + "/";

    /// <param name="route">Where to.</param>
    /// <param name="content">Makes the body, anew for each try; null for none.</param>
    /// <param name="answer">How to read what comes back; null when that does not matter.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DiscordResult<T>> SendAsync<T>(Route route, Func<HttpContent>? content, JsonTypeInfo<T>? answer, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(route.Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        var last = new DiscordFailure(DiscordFailureKind.RateLimited);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var (result, pause) = await TryAsync(route, content, answer, stop.Token).ConfigureAwait(false);
                if (result.IsSuccess)
                    return result;
                if (attempt > 1 && result.Failure.Code == DiscordFailure.AlreadyAcknowledged)
                    return new DiscordResult<T>(default, null);
                last = result.Failure;
                if (pause is null || attempt == MostTries)
                    return result;
                await Task.Delay(pause.Value > TimeSpan.Zero ? pause.Value : Backoff(attempt), time, stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DiscordResult<T>(default, last);
        }
    }

    private static TimeSpan Backoff(int attempt) => FirstPause * (1 << (attempt - 1)) * (1 + Random.Shared.NextDouble());

    // A pause says that another try is worth it; zero, that the caller chooses how long to wait.
    private async Task<(DiscordResult<T> Result, TimeSpan? Pause)> TryAsync<T>(Route route, Func<HttpContent>? content, JsonTypeInfo<T>? answer, CancellationToken cancellation)
    {
        if (_guard.Check(route.IsBot) is { } closed)
            return (new DiscordResult<T>(default, closed), null);
        var bucket = await _limits.EnterAsync(route, cancellation).ConfigureAwait(false);
        HttpResponseMessage? response = null;
        TimeSpan? retryAfter = null;
        var isGlobal = false;
        try
        {
            using var request = Make(route, content);
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return (await ReadAsync(response, answer, cancellation).ConfigureAwait(false), null);
            var error = await ErrorAsync(response, cancellation).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                (retryAfter, isGlobal) = (Wait(response, error), error is null or { Global: true });
            Count(route, response);
            return Fail<T>(route, response, error, retryAfter);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            // Its message may hold an interaction's token, so only its kind is said.
            Unreachable(logger, route.Key, e.GetType().Name);
            var wasSent = e is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };
            return (new DiscordResult<T>(default, new DiscordFailure(DiscordFailureKind.Unreachable)), route.IsRepeatable || !wasSent ? TimeSpan.Zero : null);
        }
        finally
        {
            _limits.Leave(route, bucket, response?.Headers, retryAfter, isGlobal);
            response?.Dispose();
        }
    }

    private HttpRequestMessage Make(Route route, Func<HttpContent>? content)
    {
        var request = new HttpRequestMessage(route.Method, _base + route.Path) { Content = content?.Invoke() };
        if (route.IsBot)
            request.Headers.TryAddWithoutValidation("Authorization", "Bot " + options.Token);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Value);
        if (route.AuditReason is { } reason)
            request.Headers.TryAddWithoutValidation("X-Audit-Log-Reason", Uri.EscapeDataString(reason));
        return request;
    }

    private static async Task<DiscordResult<T>> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T>? answer, CancellationToken cancellation)
    {
        if (answer is null || response.StatusCode == HttpStatusCode.NoContent)
            return new DiscordResult<T>(default, null);
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
            return new DiscordResult<T>(await JsonSerializer.DeserializeAsync(stream, answer, cancellation).ConfigureAwait(false), null);
    }

    private static async Task<JsonError?> ErrorAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        // A page of some proxy on the way says nothing that we could use.
        if (response.Content.Headers.ContentType?.MediaType != "application/json" || response.Content.Headers.ContentLength > LongestError)
            return null;
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestError, cancellation).ConfigureAwait(false);
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false), DiscordJson.Default.JsonError);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException)
        {
            return null;
        }
    }

    // The body says it more exactly than the header, which may be rounded up.
    private static TimeSpan Wait(HttpResponseMessage response, JsonError? error)
    {
        if (error?.RetryAfter is { } seconds and >= 0 and < 86_400)
            return TimeSpan.FromSeconds(seconds);
        return response.Headers.TryGetValues("Retry-After", out var values) && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var header) && header is >= 0 and < 86_400
            ? TimeSpan.FromSeconds(header)
            : TimeSpan.FromSeconds(5);
    }

    private void Count(Route route, HttpResponseMessage response)
    {
        var was = _guard.Check(isBot: true) is not null;
        _guard.Count(response.StatusCode, route.IsBot, response.Headers.TryGetValues("X-RateLimit-Scope", out var scope) && scope.First() == "shared");
        if (!was && _guard.Check(isBot: true) is { } closed)
            Closed(logger, closed.Mend);
    }

    private (DiscordResult<T> Result, TimeSpan? Pause) Fail<T>(Route route, HttpResponseMessage response, JsonError? error, TimeSpan? retryAfter)
    {
        var status = (int)response.StatusCode;
        var kind = status switch
        {
            401 => DiscordFailureKind.Unauthorized,
            403 => DiscordFailureKind.Forbidden,
            404 => DiscordFailureKind.NotFound,
            429 => DiscordFailureKind.RateLimited,
            >= 500 => DiscordFailureKind.Unreachable,
            _ => DiscordFailureKind.Rejected,
        };
        var failure = new DiscordFailure(kind, status, error?.Code ?? 0);
        Refused(logger, route.Key, status, failure.Code);
        TimeSpan? pause = kind switch
        {
            // The bucket itself waits out what the server asked for.
            DiscordFailureKind.RateLimited => retryAfter > route.Patience ? null : TimeSpan.FromMilliseconds(1),
            DiscordFailureKind.Unreachable when route.IsRepeatable => TimeSpan.Zero,
            _ => null,
        };
        return (new DiscordResult<T>(default, failure), pause);
    }

    [LoggerMessage(LogLevel.Warning, "Discord did not answer {Route} ({Error}).")]
    private static partial void Unreachable(ILogger logger, string route, string error);

    [LoggerMessage(LogLevel.Information, "Discord answered {Route} with {Status}, code {Code}.")]
    private static partial void Refused(ILogger logger, string route, int status, int code);

    [LoggerMessage(LogLevel.Error, "Nothing more is sent to Discord for now. {Mend}")]
    private static partial void Closed(ILogger logger, string mend);
}
