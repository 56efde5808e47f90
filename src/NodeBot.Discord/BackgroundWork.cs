using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NodeBot.Discord;

/// <summary>Work that goes on after a request was answered. When the program stops, it is waited for.</summary>
internal sealed partial class BackgroundWork(ILogger<BackgroundWork> logger) : IAsyncDisposable
{
    // Longer than an edit with its tries; after it the program stops all the same.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    public void Run(Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => GuardedAsync(work));
        _running[task] = true;
        _ = task.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        _stop.CancelAfter(Grace);
        await Task.WhenAll(_running.Keys).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task GuardedAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            // Nobody waits for it: the log is where it is seen.
            Failed(logger, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "Work for Discord failed: {Error}.")]
    private static partial void Failed(ILogger logger, string error);
}
