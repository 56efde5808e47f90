using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodeBot.Core.Replicas;
using NodeBot.Discord.Rest;

namespace NodeBot.Discord.Gateway;

/// <summary>Keeps the bot connected to the gateway while this process holds the lease: of several replicas, one is connected.</summary>
internal sealed partial class GatewayService(DiscordOptions options, DiscordClient client, GatewayEvents events, LeaseSource leases, TimeProvider time, ILogger<GatewayService> logger) : BackgroundService
{
    private const string Lease = "discord/gateway";

    // A process that dies is followed by another, or by its own restart, within this time.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly string _holder = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var waits = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await TryLeaseAsync(stoppingToken).ConfigureAwait(false) is { } lease)
                {
                    if (await RunAsync(lease, stoppingToken).ConfigureAwait(false) is { } why)
                    {
                        Stopped(logger, why);
                        return;
                    }
                }
                else if (!waits)
                {
                    waits = true;
                    Waits(logger);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Nothing that happens here may end the program: the web page goes on answering.
                Failed(logger, e.GetType().Name);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Null when another replica holds it.
    private async Task<Leases?> TryLeaseAsync(CancellationToken cancellation)
    {
        var all = await leases().ConfigureAwait(false);
        return await all.TryLeaseAsync(Lease, _holder, LeaseTime, cancellation).ConfigureAwait(false) ? all : null;
    }

    private async Task<string?> RunAsync(Leases held, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var keeping = KeepAsync(held, stop);
        try
        {
            return await ConnectAsync(stop.Token).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await held.ReleaseAsync(Lease, _holder, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // While the database is away nobody else can take the lease either; it is only lost when another replica has it.
    private async Task KeepAsync(Leases held, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Renewal, time, stop.Token).ConfigureAwait(false);
            try
            {
                if (!await held.TryLeaseAsync(Lease, _holder, LeaseTime, stop.Token).ConfigureAwait(false))
                {
                    await stop.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                Failed(logger, e.GetType().Name);
            }
        }
    }

    private async Task<string?> ConnectAsync(CancellationToken cancellation)
    {
        using var gate = new GatewayGate(options, client, time, logger);
        if (await gate.ShardsAsync(cancellation).ConfigureAwait(false) is not { } count)
            return gate.Stopped;
        // One that must stop, for a reason that holds for all, stops the others.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = Enumerable.Range(0, count).Select(shard => new GatewayShard(options, gate, events, time, logger).RunAsync(shard, count, stop.Token)).ToList();
        string? why = null;
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running).ConfigureAwait(false);
            running.Remove(ended);
            if (await EndAsync(ended).ConfigureAwait(false) is { } reason)
            {
                why = reason;
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }

        return why;
    }

    private static async Task<string?> EndAsync(Task<string?> shard)
    {
        try
        {
            return await shard.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Discord: not connected any more. {Why}")]
    private static partial void Stopped(ILogger logger, string why);

    [LoggerMessage(LogLevel.Information, "Discord: another copy of NodeBot is connected, or was a moment ago; this one connects when that one does no more.")]
    private static partial void Waits(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Discord: the connection failed ({Error}); trying again.")]
    private static partial void Failed(ILogger logger, string error);
}
