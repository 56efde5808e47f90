using NodeBot.Retrieval;

namespace NodeBot.Serving;

/// <summary>Makes missing vectors beside the running bot, showing how far it is, and tries again when the embedder fails.</summary>
internal sealed partial class EmbeddingService(KnowledgeRetrieval retrieval, TimeProvider time, ILogger<EmbeddingService> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(2);
        while (retrieval.NeedsEmbedding && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Off the start-up path: the first text may take long.
                await Task.Run(() => retrieval.EmbedMissingAsync(new LoggedProgress(logger), stoppingToken), stoppingToken).ConfigureAwait(false);
                Ready(logger);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Failed(logger, e.GetType().Name, pause.TotalSeconds);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "All vectors are made; search uses them from now on.")]
    private static partial void Ready(ILogger logger);

    [LoggerMessage(LogLevel.Information, "Making vectors: {Done} of {Total}")]
    private static partial void Made(ILogger logger, int done, int total);

    [LoggerMessage(LogLevel.Warning, "The embedder failed ({Error}); search works on words alone. Check NodeBot:Embedder; trying again in {Seconds} s.")]
    private static partial void Failed(ILogger logger, string error, double seconds);

    private sealed class LoggedProgress(ILogger logger) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value)
        {
            if (value.Done == value.Total || value.Done % 250 == 0)
                Made(logger, value.Done, value.Total);
        }
    }
}
