using Microsoft.Extensions.Logging;

namespace NodeBot.Discord.Gateway;

/// <summary>Keeps one shard connected: resumes, begins anew, backs off, and stops when nothing gets better by trying again.</summary>
internal sealed partial class GatewayShard(DiscordOptions options, GatewayGate gate, GatewayEvents events, TimeProvider time, ILogger logger)
{
    // Doubled with each try that fails, up to the longest; with up to half as much again at random.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    // A connection that lives shorter than this flaps.
    private static readonly TimeSpan ShortLived = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FlapPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestFlapPause = TimeSpan.FromSeconds(5);

    private const int MostFailedResumes = 3;

    private Session? _session;
    private string _self = "";

    /// <param name="shard">Its number.</param>
    /// <param name="shards">How many there are.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Why it stopped; null when it was told to.</returns>
    public async Task<string?> RunAsync(int shard, int shards, CancellationToken cancellation)
    {
        var (failures, flaps) = (0, 0);
        while (!cancellation.IsCancellationRequested)
        {
            if (await UrlAsync(shard, cancellation).ConfigureAwait(false) is not { } url)
            {
                if (gate.Stopped is { } why)
                    return why;
                await PauseAsync(Backoff(++failures), cancellation).ConfigureAwait(false);
                continue;
            }

            var started = time.GetTimestamp();
            using var connection = new GatewayConnection(options, shard, shards, events, time) { Ready = () => Connected(logger, shard) };
            var end = await connection.RunAsync(WithQuery(url), _session, _self, cancellation).ConfigureAwait(false);
            if (cancellation.IsCancellationRequested)
                return null;
            (_session, _self) = (end.Session, connection.Self);
            Ended(logger, shard, end.Reason, end.Code);
            if (end.Action == CloseAction.Stop)
                return CloseCode.Mend(end.Code ?? 0);
            failures = end.WasReady ? 0 : failures + 1;
            flaps = end.WasReady && time.GetElapsedTime(started) < ShortLived ? flaps + 1 : 0;
            // Where a session cannot be taken up again and again, the place it is kept at may be gone.
            if (failures >= MostFailedResumes)
                _session = null;
            await PauseAsync(Pause(end, failures, flaps), cancellation).ConfigureAwait(false);
        }

        return null;
    }

    // A session that worked is taken up at once, a little later when it breaks again and again; what has failed waits longer.
    private static TimeSpan Pause(ConnectionEnd end, int failures, int flaps)
    {
        if (failures > 0 || end.Action == CloseAction.Identify)
            return Backoff(Math.Max(1, failures));
        var pause = FlapPause * Math.Max(0, flaps - 1);
        return pause > LongestFlapPause ? LongestFlapPause : pause;
    }

    // Resumes are free; each new session counts, so it waits for its turn.
    private async Task<Uri?> UrlAsync(int shard, CancellationToken cancellation) =>
        _session is { } session ? session.ResumeUrl : await gate.EnterAsync(shard, cancellation).ConfigureAwait(false);

    private static Uri WithQuery(Uri url) => new UriBuilder(url) { Query = "v=10&encoding=json&compress=zlib-stream" }.Uri;

    private static TimeSpan Backoff(int failures)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - 1, 10));
        return (pause > LongestPause ? LongestPause : pause) * (1 + Random.Shared.NextDouble() / 2);
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellation)
    {
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(LogLevel.Information, "Discord: shard {Shard} is connected.")]
    private static partial void Connected(ILogger logger, int shard);

    [LoggerMessage(LogLevel.Information, "Discord: the connection of shard {Shard} ended ({Reason}, code {Code}); connecting again.")]
    private static partial void Ended(ILogger logger, int shard, string reason, int? code);
}
