using NodeBot.Retrieval;
using NodeBot.Retrieval.Qdrant;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary>Shows on standard error how far a work is, so that standard output stays clean.</summary>
internal static class Progress
{
    public static async Task RunAsync(string title, Func<IProgress<EmbeddingProgress>, CancellationToken, Task> work, CancellationToken cancellation) =>
        await Bars().StartAsync(async context =>
        {
            var task = context.AddTask(title);
            await work(new Reporter<EmbeddingProgress>(progress => Show(task, progress.Done, progress.Total)), cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);

    /// <summary>One bar for each step.</summary>
    public static async Task<T> RunAsync<T>(Func<IProgress<IndexProgress>, Task<T>> work) =>
        await Bars().StartAsync(async context =>
        {
            var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
            return await work(new Reporter<IndexProgress>(progress =>
            {
                if (!tasks.TryGetValue(progress.Step, out var task))
                    tasks.Add(progress.Step, task = context.AddTask(progress.Step));
                Show(task, progress.Done, progress.Total);
            })).ConfigureAwait(false);
        }).ConfigureAwait(false);

    private static Spectre.Console.Progress Bars() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress();

    private static void Show(ProgressTask task, int done, int total)
    {
        task.MaxValue = total;
        task.Value = done;
    }

    // Reports at once, in order; the framework's own Progress class posts them to a pool.
    private sealed class Reporter<T>(Action<T> show) : IProgress<T>
    {
        public void Report(T value) => show(value);
    }
}
