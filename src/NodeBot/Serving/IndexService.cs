using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Qdrant;

namespace NodeBot.Serving;

/// <summary>Keeps what is searched up to date with the database: Qdrant by its worker, the embedded index by loading it again.</summary>
internal sealed partial class IndexService(Bot bot, TimeProvider time, ILogger<IndexService> logger, ILogger<IndexWorker> workerLogger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var database = bot.Database!;
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
        var position = -1L;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var latest = await store.LatestAsync(cancellation).ConfigureAwait(false);
                // What was there at the start was loaded then.
                if (position >= 0 && latest != position)
                {
                    await bot.Retrieval.ReplaceAsync(await AddedKnowledge.WithAsync(bot.Knowledge, store, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
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
