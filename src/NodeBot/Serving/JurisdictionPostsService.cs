using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Replicas;
using NodeBot.Storage;

namespace NodeBot.Serving;

/// <summary>Posts summaries of countries and what has changed in them: of several replicas, the one that holds the lease.</summary>
internal sealed partial class JurisdictionPostsService(Bot bot, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<JurisdictionPostsService> logger) : BackgroundService
{
    private const string LeaseName = "jurisdiction-posts";

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    // Prolonged before each post. Where one takes longer, its key keeps another replica's from being a second one.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private readonly string _holder = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, lifetime.ApplicationStarted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (await OpenedAsync().ConfigureAwait(false) is not { } database)
            return;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await TryAsync(database, stoppingToken).ConfigureAwait(false);
                await Task.Delay(Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            await ReleaseAsync(database.Ledger).ConfigureAwait(false);
        }
    }

    // A database that cannot be opened ends the program, which says why.
    private async Task<Database?> OpenedAsync()
    {
        try
        {
            return await bot.Database!.ConfigureAwait(false);
        }
        catch (Exception e) when (e is StorageException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task TryAsync(Database database, CancellationToken cancellation)
    {
        try
        {
            Task<bool> HoldAsync() => database.Ledger.TryLeaseAsync(LeaseName, _holder, Lease, cancellation);
            if (!await HoldAsync().ConfigureAwait(false))
                return;
            var (posted, failed) = await bot.JurisdictionPosts.RunAsync(database.Follows, HoldAsync, cancellation).ConfigureAwait(false);
            if (posted + failed > 0)
                Done(logger, posted, failed);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Failed(logger, e.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // The program ends; what was not noted is posted again under the same key.
        }
    }

    // The next replica then need not wait for the lease to end, which it does by itself.
    private async Task ReleaseAsync(Leases leases)
    {
        try
        {
            await leases.ReleaseAsync(LeaseName, _holder, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Failed(logger, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "Posted about countries: {Posted}; could not be posted: {Failed}.")]
    private static partial void Done(ILogger logger, int posted, int failed);

    [LoggerMessage(LogLevel.Warning, "Posting about countries failed ({Error}); trying again.")]
    private static partial void Failed(ILogger logger, string error);
}
