using NodeBot.Core.Complaints.Cases;
using NodeBot.Storage;

namespace NodeBot.Serving;

/// <summary>Reminds of cases and deletes what is over; of several replicas, one does.</summary>
internal sealed partial class CaseService(Bot bot, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<CaseService> logger) : BackgroundService
{
    private const string Lease = "cases";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(2);
    private readonly string _holder = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, lifetime.ApplicationStarted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(await bot.Database!.ConfigureAwait(false), stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away comes back; what is due stays due.
                Failed(logger, e.GetType().Name);
            }

            await Task.Delay(Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkAsync(Database database, CancellationToken cancellation)
    {
        if (!await database.Ledger.TryLeaseAsync(Lease, _holder, Held, cancellation).ConfigureAwait(false))
            return;
        foreach (var failure in await bot.Reminders.SendDueAsync(cancellation).ConfigureAwait(false))
            NotSent(logger, failure);
        await database.Private.PurgeAsync(time.GetUtcNow(), cancellation).ConfigureAwait(false);
    }

    [LoggerMessage(LogLevel.Warning, "Reminders and deletions failed ({Error}); trying again.")]
    private static partial void Failed(ILogger logger, string error);

    [LoggerMessage(LogLevel.Information, "A reminder could not be sent: {Mend}")]
    private static partial void NotSent(ILogger logger, string mend);
}
