using System.CommandLine;
using System.Text.Json;
using NodeBot.Configuration;
using NodeBot.Core.Evaluation;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary><c>nodebot eval FILE</c>: how good the answers are, in figures.</summary>
internal static class EvalVerb
{
    public static System.CommandLine.Command Create()
    {
        var file = new Argument<FileInfo[]>("file") { Description = "One or more files of questions, as in knowledge/evaluation", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON" };
        var verb = new System.CommandLine.Command("eval", "Measure the answers on questions with known evidence: recall, MRR, declines, latency, and what was missed.\n\nExample:\n  nodebot eval knowledge/evaluation/held-out.json") { file, json };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo[] files, bool json, CancellationToken cancellation)
    {
        var sets = new List<EvaluationSet>();
        foreach (var file in files)
        {
            try
            {
                sets.Add(EvaluationSet.Parse(await File.ReadAllTextAsync(file.FullName, cancellation).ConfigureAwait(false)));
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{file}: {e.Message}").ConfigureAwait(false);
                return ExitCode.Usage;
            }
        }

        using var bot = await Bot.CreateCompleteAsync(Settings.Load(), cancellation).ConfigureAwait(false);
        var report = await new Evaluator(bot.Answerer).RunAsync(EvaluationSet.Join(sets), cancellation).ConfigureAwait(false);
        if (json)
            Console.WriteLine(report.ToJson());
        else
            Print(report);
        return ExitCode.Ok;
    }

    private static void Print(EvaluationReport report)
    {
        var figures = new Table().AddColumn("measure").AddColumn(new TableColumn("value").RightAligned());
        figures.AddRow("answerable questions", $"{report.Answerable}");
        figures.AddRow("evidence in the first quote (recall@1)", $"{report.RecallAt1:P1}");
        figures.AddRow("evidence in the first three (recall@3)", $"{report.RecallAt3:P1}");
        figures.AddRow("mean reciprocal rank (MRR)", $"{report.Mrr:F3}");
        figures.AddRow("false declines", $"{report.FalseDeclines:P1}");
        figures.AddRow("unanswerable questions", $"{report.Unanswerable}");
        figures.AddRow("declined", $"{report.Declined:P1}");
        figures.AddRow("latency p50 / p95", $"{report.LatencyP50Ms:F1} / {report.LatencyP95Ms:F1} ms");
        AnsiConsole.Write(figures);
        if (report.Misses.Count == 0)
            return;
        var misses = new Table().AddColumn("missed").AddColumn("question").AddColumn("first citation");
        foreach (var miss in report.Misses)
            misses.AddRow(Markup.Escape(miss.What), Markup.Escape(miss.Question), Markup.Escape(miss.Got));
        AnsiConsole.Write(misses);
    }
}
