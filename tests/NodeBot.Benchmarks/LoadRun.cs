using System.Diagnostics;
using System.Net.Http.Json;
using NodeBot.Core.Evaluation;

namespace NodeBot.Benchmarks;

/// <summary>Asks a running NodeBot over HTTP, on this machine only, for a fixed time with a fixed number of clients.</summary>
internal static class LoadRun
{
    private const int Clients = 4;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Uri address)
    {
        if (!address.IsLoopback)
            throw new ArgumentException("The load run only asks this machine.", nameof(address));
        var set = EvaluationSet.Parse(await File.ReadAllTextAsync(Path.Combine(ShippedIndex.Folder, "evaluation", "held-out.json")));
        string[] texts = [.. set.Answerable.Select(item => item.Q), .. set.Unanswerable];
        using var http = new HttpClient { BaseAddress = address };
        var times = new List<double>();
        var errors = 0;
        var until = Stopwatch.GetTimestamp() + (long)(Duration.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            for (var i = client; Stopwatch.GetTimestamp() < until; i += Clients)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await http.PostAsJsonAsync("/api/ask", new { question = texts[i % texts.Length] });
                var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                lock (times)
                {
                    times.Add(elapsed);
                    errors += response.IsSuccessStatusCode ? 0 : 1;
                }
            }
        }));
        Console.WriteLine(FormattableString.Invariant($"{Clients} clients, {Duration.TotalSeconds} s, {times.Count / Duration.TotalSeconds:F0} questions a second, {errors} errors"));
        Console.WriteLine("| milliseconds | p50 | p95 | p99 |\n| --- | --- | --- | --- |");
        Console.WriteLine(Figures.Row("POST /api/ask", times));
    }
}
