using Microsoft.Extensions.Logging;
using NodeBot.Discord.Rest;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Gateway;

/// <summary>
/// Lets shards begin sessions: as many at once as the server allows, each group five seconds after the last, and none when the day's
/// number is used up, because then Discord would reset the token (its documentation, "Session Start Limit").
/// </summary>
internal sealed partial class GatewayGate(DiscordOptions options, DiscordClient client, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // Left for the operator's own tries.
    private const int Reserve = 10;

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<int, DateTimeOffset> _lastOfBucket = [];

    /// <summary>Why no session can be begun any more; null while one can.</summary>
    public string? Stopped { get; private set; }

    /// <returns>How many shards to run; null when the server does not answer now.</returns>
    public async Task<int?> ShardsAsync(CancellationToken cancellation)
    {
        var found = await LookAsync(cancellation).ConfigureAwait(false);
        return found is null ? null : options.Shards > 0 ? options.Shards : Math.Max(1, found.Shards);
    }

    /// <summary>Waits until a shard may begin a session.</summary>
    /// <returns>Where to connect; null when it cannot now.</returns>
    public async Task<Uri?> EnterAsync(int shard, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (await LookAsync(cancellation).ConfigureAwait(false) is not { } gateway)
                return null;
            var limit = gateway.SessionStartLimit ?? new JsonSessionStartLimit();
            if (limit.Remaining <= Reserve)
            {
                var wait = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 1000, 86_400_000));
                UsedUp(logger, time.GetUtcNow() + wait);
                await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
                return null;
            }

            var bucket = shard % Math.Max(1, limit.MaxConcurrency);
            if (_lastOfBucket.TryGetValue(bucket, out var last) && last + Interval - time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest, time, cancellation).ConfigureAwait(false);
            _lastOfBucket[bucket] = time.GetUtcNow();
            return options.GatewayUrl ?? (Uri.TryCreate(gateway.Url, UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss" ? url : null);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<JsonGatewayBot?> LookAsync(CancellationToken cancellation)
    {
        var found = await client.GatewayAsync(cancellation).ConfigureAwait(false);
        if (found.Failure is { Kind: DiscordFailureKind.Unauthorized } refused)
            Stopped = refused.Mend;
        return found.Value;
    }

    [LoggerMessage(LogLevel.Error, "Discord: this bot's sessions of the day are used up; one more would reset its token. Waiting until {Until:u}. Find out what restarts it.")]
    private static partial void UsedUp(ILogger logger, DateTimeOffset until);
}
