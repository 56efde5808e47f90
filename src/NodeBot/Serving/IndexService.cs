using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Storage;

namespace NodeBot.Serving;

/// <summary>Keeps what is searched up to date with the database: Qdrant by its worker, the embedded index by loading it again.</summary>
internal sealed partial class IndexService(Bot bot, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<IndexService> logger, ILogger<IndexWorker> workerLogger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the bot answers: opening the database takes as long as the rest of the start.
        await Task.Delay(Timeout.InfiniteTimeSpan, time, lifetime.ApplicationStarted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (await OpenedAsync().ConfigureAwait(false) is not { } database)
            return;
        while (bot.Retrieval.NeedsEmbedding)
            await Task.Delay(Poll, time, stoppingToken).ConfigureAwait(false);
        if (bot.Qdrant is null)
        {
            await FollowAsync(database.Passages, stoppingToken).ConfigureAwait(false);
            return;
        }

        var probing = ProbeAsync(stoppingToken);
        if (bot.Qdrant.Options.MayWrite)
            await bot.Qdrant.Worker(database.Passages, database.Ledger, time, workerLogger).RunAsync(stoppingToken).ConfigureAwait(false);
        await probing.ConfigureAwait(false);
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

    // While Qdrant is away nobody need ask a question for the bot to notice that it is back.
    private async Task ProbeAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await Task.Delay(Probe, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!cancellation.IsCancellationRequested && bot.Index.Status.Notice is not null)
                await bot.Index.SearchAsync("What is an exit node?", 1, SearchScope.Everyone, cancellation).ConfigureAwait(false);
        }
    }

    private async Task FollowAsync(PassageStore store, CancellationToken cancellation)
    {
        // What was added before is not loaded yet.
        var position = 0L;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var latest = await store.LatestAsync(cancellation).ConfigureAwait(false);
                if (latest != position)
                {
                    await bot.LoadAddedAsync(store, cancellation).ConfigureAwait(false);
                    Loaded(logger, latest);
                }

                position = latest;
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                Failed(logger, e.GetType().Name);
            }

            await Task.Delay(Poll, time, cancellation).ConfigureAwait(false);
        }
    }

    [LoggerMessage(LogLevel.Information, "Loaded the knowledge anew, up to change {Sequence}.")]
    private static partial void Loaded(ILogger logger, long sequence);

    [LoggerMessage(LogLevel.Warning, "Changes of the knowledge could not be loaded ({Error}); trying again.")]
    private static partial void Failed(ILogger logger, string error);
}
