using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using NodeBot.Core.Evaluation;
using NodeBot.Peers;
using NodeBot.Peers.Discord;

namespace NodeBot.Benchmarks;

/// <summary>
/// Signed interactions to the real program at a fixed rate, whether it keeps up or not: times count from when a request was due.
/// The sender, which signs and checks every answer, runs on the same cores.
/// </summary>
internal static class DiscordRun
{
    private const int Repeating = 500;

    public static async Task RunAsync(string program)
    {
        await using var discord = await FakeDiscord.StartAsync();
        var port = FreePort.Next();
        using var process = await StartAsync(program, discord, port);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2000 }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromSeconds(30) };
        var set = await Task.WhenAll(new[] { "tuning-a", "tuning-b", "held-out" }.Select(async name => EvaluationSet.Parse(await File.ReadAllTextAsync(Path.Combine(ShippedIndex.Folder, "evaluation", name + ".json")))));
        string[] texts = [.. set.SelectMany(one => one.Answerable.Select(item => item.Q))];
        var random = new Random(1);
        var zipf = Zipf(Repeating);

        Console.WriteLine("| a second, for so long | p50 | p95 | p99 | longest | deferred | refused politely | errors | memory before, after |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        await LoadAsync("warm-up: 50 repeating", discord, http, process, 50, 10, _ => texts[Pick(zipf, random)]);
        await LoadAsync("300 repeating (Zipf over 500), 60 s", discord, http, process, 300, 60, _ => texts[Pick(zipf, random)]);
        await LoadAsync("40 new, 60 s", discord, http, process, 40, 60, i => New(texts, i));
        await LoadAsync("300 repeating again, 60 s", discord, http, process, 300, 60, _ => texts[Pick(zipf, random)]);
        await LoadAsync("overload: 400 new, 20 s", discord, http, process, 400, 20, i => New(texts, 10_000 + i));
        await Task.Delay(5000);
        await LoadAsync("after it: 300 repeating, 20 s", discord, http, process, 300, 20, _ => texts[Pick(zipf, random)]);
        process.Kill();
        await process.WaitForExitAsync();
    }

    // The same words with others beside them: new to every cache, and as long as real questions.
    private static string New(string[] texts, int i) => string.Create(CultureInfo.InvariantCulture, $"{texts[i % texts.Length]} this is about my node number {i}");

    private static async Task LoadAsync(string name, FakeDiscord discord, HttpClient http, Process process, int perSecond, int seconds, Func<int, string> question)
    {
        process.Refresh();
        var before = process.WorkingSet64;
        var times = new ConcurrentBag<double>();
        int deferred = 0, busy = 0, errors = 0;
        var started = Stopwatch.GetTimestamp();
        var running = new List<Task>();
        for (var i = 0; i < perSecond * seconds; i++)
        {
            var due = started + (long)(i / (double)perSecond * Stopwatch.Frequency);
            while (Stopwatch.GetTimestamp() < due)
                await Task.Delay(1);
            var interaction = FakeInteractions.Ask(question(i));
            running.Add(Task.Run(async () =>
            {
                try
                {
                    using var response = await discord.SendAsync(http, interaction);
                    times.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
                    var first = discord.State(interaction).First;
                    if ((int)response.StatusCode is not (200 or 202) || first is null)
                        Interlocked.Increment(ref errors);
                    else if ((int)first["type"]! == 5)
                        Interlocked.Increment(ref deferred);
                    else if (first.ToJsonString().Contains("ask again in a few seconds", StringComparison.Ordinal))
                        Interlocked.Increment(ref busy);
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref errors);
                }
            }));
        }

        await Task.WhenAll(running);
        process.Refresh();
        var sorted = times.ToList();
        sorted.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Figures.Percentile(sorted, 0.5):F1} | {Figures.Percentile(sorted, 0.95):F1} | {Figures.Percentile(sorted, 0.99):F1} | {sorted[^1]:F0} | {deferred} | {busy} | {errors} | {before >> 20} MB, {process.WorkingSet64 >> 20} MB |"));
        foreach (var violation in discord.Violations.Distinct())
            Console.WriteLine("VIOLATION " + violation);
    }

    private static double[] Zipf(int count)
    {
        var sums = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            sums[i] = sum += 1.0 / (i + 1);
        return sums;
    }

    private static int Pick(double[] zipf, Random random)
    {
        var at = Array.BinarySearch(zipf, random.NextDouble() * zipf[^1]);
        return at < 0 ? ~at : at;
    }

    private static async Task<Process> StartAsync(string program, FakeDiscord discord, int port)
    {
        var start = new ProcessStartInfo("dotnet", [program, "serve"]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["NODEBOT_DATA"] = Directory.CreateTempSubdirectory("nodebot-load-").FullName;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["NodeBot__Discord__PublicKey"] = discord.PublicKey;
        start.Environment["NodeBot__Discord__Token"] = FakeDiscord.Token;
        start.Environment["NodeBot__Discord__ApiUrl"] = discord.Api.ToString();
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("is ready", StringComparison.Ordinal))
        {
        }

        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }
}
