using System.CommandLine;
using NodeBot.Configuration;
using NodeBot.Core.Conversation;
using NodeBot.Discord;

namespace NodeBot.Terminal;

/// <summary><c>nodebot discord register|diff|clear|invite</c>.</summary>
internal static class DiscordVerb
{
    public static System.CommandLine.Command Create()
    {
        var guild = new Option<string?>("--guild") { Description = "The id of one server, for commands of its own (seen at once); left out, the commands of all servers.", HelpName = "ID" };
        return new System.CommandLine.Command("discord", "Register the bot's commands with Discord, and get the link that adds it to a server.")
        {
            Registration("register", "Register the commands; changes nothing when they are registered as they are.", guild, clear: false, write: true),
            Registration("diff", "Show which commands are not registered as they are; exit code 1 when there are any.", guild, clear: false, write: false),
            Registration("clear", "Remove all of the bot's commands.", guild, clear: true, write: true),
            Invite(),
        };
    }

    /// <returns>The bot's commands: some are made from what it knows, so that is loaded.</returns>
    public static IReadOnlyList<CommandSpec> Specs(Settings settings)
    {
        using var bot = Bot.Create(settings, Bot.LoadKnowledge(settings));
        return [.. bot.Dispatcher.Specs];
    }

    private static System.CommandLine.Command Registration(string name, string description, Option<string?> guild, bool clear, bool write)
    {
        var verb = new System.CommandLine.Command(name, description) { guild };
        verb.SetAction((parsed, cancellation) => RegisterAsync(parsed.GetValue(guild), clear, write, cancellation));
        return verb;
    }

    private static System.CommandLine.Command Invite()
    {
        var verb = new System.CommandLine.Command("invite", "Print the link that adds the bot to a server, and the one that adds it to an account.");
        verb.SetAction((_, cancellation) => InviteAsync(cancellation));
        return verb;
    }

    private static async Task<int> RegisterAsync(string? guild, bool clear, bool write, CancellationToken cancellation)
    {
        await Task.Yield();
        var settings = Settings.Load();
        var outcome = await Setup(settings, Specs(settings)).RegisterAsync(guild, clear, write, cancellation).ConfigureAwait(false);
        foreach (var line in outcome.Differences)
            Console.WriteLine(line);
        if (outcome.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
            return ExitCode.Failed;
        }

        if (outcome.Differences.Count == 0)
            Console.WriteLine(clear ? "There are no commands." : "The commands are registered as they are; nothing to do.");
        else if (write)
            Console.WriteLine(clear ? "Removed." : guild is null ? "Registered. Discord shows them at once; if a client still shows the old ones, press Ctrl+R there." : "Registered for that server.");
        return write || outcome.Differences.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<int> InviteAsync(CancellationToken cancellation)
    {
        await Task.Yield();
        var (server, user, problem) = await Setup(Settings.Load(), []).InviteAsync(cancellation).ConfigureAwait(false);
        if (problem is not null)
        {
            await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
            return ExitCode.Failed;
        }

        Console.WriteLine($"Add NodeBot to a server:\n  {server}\n\nAdd it to your own account, to use it in private anywhere:\n  {user}\n\nIt asks for: View Channel, Send Messages, Send Messages in Threads, Create Public Threads, Embed Links, Attach Files, Read Message History.");
        return ExitCode.Ok;
    }

    private static DiscordSetup Setup(Settings settings, IReadOnlyList<CommandSpec> specs) =>
        NodeBotDiscord.CreateSetup(settings.Discord, specs, LoggerFactory.Create(_ => { }));
}
