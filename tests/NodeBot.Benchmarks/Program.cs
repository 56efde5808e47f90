using BenchmarkDotNet.Running;
using NodeBot.Benchmarks;

// Each run prints Markdown for docs/benchmarks.md.
switch (args is [var name, ..] ? name : "")
{
    case "ask":
        await AskRun.RunAsync();
        break;
    case "scale":
        await ScaleRun.RunAsync(args is [_, var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 100_000);
        break;
    case "qdrant":
        await QdrantRun.RunAsync(args is [_, .. { Length: > 0 } sizes] ? sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)) : [1000, 10_000, 100_000, 1_000_000]);
        break;
    case "outage":
        await OutageRun.RunAsync();
        break;
    case "idf":
        await IdfRun.RunAsync();
        break;
    case "load":
        await LoadRun.RunAsync(new Uri(args[1]));
        break;
    case "discord":
        await DiscordRun.RunAsync(args[1]);
        break;
    case "cases":
        await CaseRun.RunAsync();
        break;
    case "micro":
        BenchmarkSwitcher.FromAssembly(typeof(TextBenchmarks).Assembly).Run(args[1..]);
        break;
    default:
        Console.Error.WriteLine("Usage: ask | scale [PASSAGES] | qdrant [PASSAGES...] | outage | idf | load URL | discord NODEBOT.DLL | cases | micro [BenchmarkDotNet options]");
        return 2;
}

return 0;
