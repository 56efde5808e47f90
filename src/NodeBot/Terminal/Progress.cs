using NodeBot.Retrieval;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary>Shows on standard error how far the making of vectors is, so that standard output stays clean.</summary>
internal static class Progress
{
    public static async Task RunAsync(string title, Func<IProgress<EmbeddingProgress>, CancellationToken, Task> work, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask(title);
            await work(new Reporter(task), cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private sealed class Reporter(ProgressTask task) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
        }
    }
}
