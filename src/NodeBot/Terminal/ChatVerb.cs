using System.Globalization;
using NodeBot.Configuration;
using NodeBot.Core.Conversation;
using NodeBot.Storage;
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
        Form? form = null;
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
            var turn = form is null || line.StartsWith('/') ? Turn.Parse(Surface.Terminal, line, bot.Dispatcher.Specs) : await FillAsync(form, line, bot.Dispatcher.Specs, cancellation).ConfigureAwait(false);
            var reply = await DispatchAsync(bot, turn, cancellation).ConfigureAwait(false);
            AnsiConsole.WriteLine();
            printer.Print(reply);
            (actions, form) = (reply.Actions, reply.Form);
        }
    }

    private static async Task<Reply> DispatchAsync(Bot bot, Turn turn, CancellationToken cancellation)
    {
        try
        {
            return await bot.Dispatcher.DispatchAsync(turn with { Conversation = "terminal", Member = TerminalMember.Name }, cancellation).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            return Reply.Privately(e.Message);
        }
    }

    // What was typed first fills the first field; the others are asked one by one. A long field ends with a line that holds a dot.
    private static async Task<Turn> FillAsync(Form form, string first, IEnumerable<CommandSpec> specs, CancellationToken cancellation)
    {
        var turn = Turn.Parse(Surface.Terminal, form.Says, specs);
        var values = new Dictionary<string, string>(turn.Options, StringComparer.Ordinal);
        for (var i = 0; i < form.Fields.Count; i++)
        {
            var field = form.Fields[i];
            if (i > 0)
                AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{field.Label} [dim]{field.Description}{(field.Value.Length > 0 ? $" Empty keeps: {field.Value}" : "")}[/]");
            var line = i == 0 ? first : await Console.In.ReadLineAsync(cancellation).ConfigureAwait(false) ?? "";
            if (field.IsLong)
                line = await RestAsync(line, cancellation).ConfigureAwait(false);
            values[field.Option] = line.Length == 0 ? field.Value : line;
        }

        return turn with { Options = values };
    }

    private static async Task<string> RestAsync(string first, CancellationToken cancellation)
    {
        AnsiConsole.MarkupLine("[dim]Go on; a line that holds nothing but a dot ends it.[/]");
        var lines = new List<string> { first };
        while (await Console.In.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line && line.Trim() != ".")
            lines.Add(line);
        return string.Join('\n', lines);
    }
}
