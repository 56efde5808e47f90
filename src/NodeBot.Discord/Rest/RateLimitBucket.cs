using System.Globalization;
using System.Net.Http.Headers;

namespace NodeBot.Discord.Rest;

/// <summary>A limit that some routes share, as the server's headers describe it. Until they have, one request goes at a time.</summary>
internal sealed class RateLimitBucket(TimeProvider time)
{
    // Added to what the server says: clocks and networks are not exact.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private int _limit = 1;
    private int _remaining = 1;
    private int _inFlight;
    private DateTimeOffset _resetAt = DateTimeOffset.MaxValue;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether nothing of it needs to be remembered.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return _inFlight == 0 && (_resetAt == DateTimeOffset.MaxValue || _resetAt < time.GetUtcNow());
        }
    }

    /// <summary>Waits for a place; each is given back by <see cref="Leave"/>.</summary>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (_lock)
            {
                var now = time.GetUtcNow();
                if (now >= _resetAt)
                {
                    _remaining = Math.Max(1, _limit - _inFlight);
                    _resetAt = DateTimeOffset.MaxValue;
                }

                if (_remaining > 0)
                {
                    _remaining--;
                    _inFlight++;
                    return;
                }

                changed = _changed.Task;
                wait = _resetAt == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : _resetAt - now;
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(changed, Task.Delay(wait, time, stop.Token)).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <param name="headers">What the server said of its limits; null when it did not answer.</param>
    /// <param name="retryAfter">On 429 of this bucket, how long to wait.</param>
    public void Leave(HttpResponseHeaders? headers, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            _inFlight--;
            var now = time.GetUtcNow();
            if (retryAfter is { } pause)
                (_remaining, _resetAt) = (0, now + pause + Margin);
            else if (Number(headers, "X-RateLimit-Limit") is { } limit && Number(headers, "X-RateLimit-Remaining") is { } remaining && Number(headers, "X-RateLimit-Reset-After") is { } after)
                (_limit, _remaining, _resetAt) = ((int)limit, Math.Max(0, (int)remaining - _inFlight), now + TimeSpan.FromSeconds(after) + Margin);
            else if (_resetAt == DateTimeOffset.MaxValue)
                // A route without limits, or no answer: the place is free again.
                _remaining = Math.Max(1, _limit - _inFlight);
            (var changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            changed.SetResult();
        }
    }

    private static double? Number(HttpResponseHeaders? headers, string name) =>
        headers is not null && headers.TryGetValues(name, out var values) && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
