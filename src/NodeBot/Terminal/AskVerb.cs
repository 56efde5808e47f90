using System.CommandLine;
using System.Diagnostics;
using NodeBot.Configuration;
using NodeBot.Core.Answering;
using NodeBot.Core.Conversation;
using NodeBot.Core.Retrieval;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary><c>nodebot ask "…" [--json]</c></summary>
internal static class AskVerb
{
    public static System.CommandLine.Command Create()
    {
        var question = new Argument<string>("question") { Description = "Your question, in quotes; '-' reads it from standard input" };
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON, as POST /api/ask gives it" };
        var verb = new System.CommandLine.Command("ask", "Ask a question; the answer quotes and cites its sources.\n\nExamples:\n  nodebot ask \"should I tell my ISP that I run a node?\"\n  nodebot ask --json \"what does German law say?\"") { question, json };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(question), parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string text, bool json, CancellationToken cancellation)
    {
        if (text == "-")
            text = await Console.In.ReadToEndAsync(cancellation).ConfigureAwait(false);
        if (QuestionText.Read(text, out var question) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        var settings = Settings.Load();
        using var bot = await Bot.CreateCompleteAsync(settings, cancellation).ConfigureAwait(false);
        var clock = Stopwatch.GetTimestamp();
        var answer = await bot.Answerer.AnswerAsync(question!, SearchScope.Everyone, cancellation).ConfigureAwait(false);
        if (json)
            Console.WriteLine(AnswerDocument.From(answer, settings.PageUrl, Stopwatch.GetElapsedTime(clock)).ToJson());
        else
            new ReplyPrinter(AnsiConsole.Console, settings.PageUrl).Print(AskCommand.Render(answer, new Turn(Surface.Terminal, AskCommand.Name, new Dictionary<string, string>())));
        return ExitCode.Ok;
    }
}
