using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace NodeBot.Discord.Rest;

/// <summary>Keeps to Discord's limits: per route as its headers say, and 50 requests a second over all.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    /// <summary>Requests with the bot's token within a second (Discord's documentation, "Global Rate Limit").</summary>
    public const int GlobalPerSecond = 50;

    // Each interaction has buckets of its own: those that are idle are forgotten above this many.
    private const int MostBuckets = 1000;

    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RateLimitBucket> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _lastSecond = new();
    private readonly Lock _lock = new();
    private DateTimeOffset _closedUntil;

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>The bucket that it counts in, to be left after it.</returns>
    public async Task<RateLimitBucket> EnterAsync(Route route, CancellationToken cancellation)
    {
        var bucket = _buckets.GetOrAdd(Key(route), _ => new RateLimitBucket(time));
        await bucket.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            await EnterGlobalAsync(route, cancellation).ConfigureAwait(false);
            return bucket;
        }
        catch (OperationCanceledException)
        {
            bucket.Leave(headers: null, retryAfter: null);
            throw;
        }
    }

    /// <summary>Takes in what an answer says of the limits.</summary>
    public void Leave(Route route, RateLimitBucket bucket, HttpResponseHeaders? headers, TimeSpan? retryAfter, bool isGlobal)
    {
        if (headers is not null && headers.TryGetValues("X-RateLimit-Bucket", out var names))
        {
            _hashes[route.Key] = names.First();
            // Requests of other routes that share the limit find it under this name from now on.
            _buckets.TryAdd(Key(route), bucket);
        }

        if (isGlobal && retryAfter is { } pause)
        {
            lock (_lock)
                _closedUntil = time.GetUtcNow() + pause;
        }

        bucket.Leave(headers, isGlobal ? null : retryAfter);
        if (_buckets.Count > MostBuckets)
            Sweep();
    }

    private string Key(Route route) => $"{_hashes.GetValueOrDefault(route.Key, route.Key)} {route.Major}";

    private async Task EnterGlobalAsync(Route route, CancellationToken cancellation)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                var now = time.GetUtcNow();
                while (_lastSecond.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(1))
                    _lastSecond.Dequeue();
                wait = _closedUntil - now;
                if (wait <= TimeSpan.Zero && route.IsBot && _lastSecond.Count >= GlobalPerSecond)
                    wait = _lastSecond.Peek() + TimeSpan.FromSeconds(1) - now;
                if (wait <= TimeSpan.Zero)
                {
                    if (route.IsBot)
                        _lastSecond.Enqueue(now);
                    return;
                }
            }

            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    private void Sweep()
    {
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsIdle)
                _buckets.TryRemove(key, out _);
        }
    }
}
