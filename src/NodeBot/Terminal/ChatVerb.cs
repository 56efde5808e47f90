using System.Globalization;
using NodeBot.Configuration;
using NodeBot.Core.Conversation;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary><c>nodebot chat</c>: questions and commands, one after the other.</summary>
internal static class ChatVerb
{
    public static System.CommandLine.Command Create()
    {
        var verb = new System.CommandLine.Command("chat", "Talk to NodeBot in the terminal: type a question, /help, or the number of a suggestion; leave with 'exit'.");
        verb.SetAction((_, cancellation) => RunAsync(cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var settings = Settings.Load();
        using var bot = await Bot.CreateCompleteAsync(settings, cancellation).ConfigureAwait(false);
        var printer = new ReplyPrinter(AnsiConsole.Console, settings.PageUrl);
        AnsiConsole.WriteLine("Ask about running an exit node. /help shows what I can do; 'exit' leaves.");
        IReadOnlyList<ReplyAction> actions = [];
        while (true)
        {
            AnsiConsole.Markup("[bold]>[/] ");
            var line = await Console.In.ReadLineAsync(cancellation).ConfigureAwait(false);
            if (line is null || line.Trim() is "exit" or "quit" or "/exit" or "/quit")
                return ExitCode.Ok;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (int.TryParse(line, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= actions.Count)
                line = actions[number - 1].Says;
            var reply = await bot.Dispatcher.DispatchAsync(Turn.Parse(Surface.Terminal, line, bot.Dispatcher.Specs) with { Conversation = "terminal" }, cancellation).ConfigureAwait(false);
            AnsiConsole.WriteLine();
            printer.Print(reply);
            actions = reply.Actions;
        }
    }
}
