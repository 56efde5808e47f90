using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodeBot.Configuration;
using NodeBot.Core.Complaints;
using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Complaints.Playbooks;
using NodeBot.Core.Complaints.Reading;
using NodeBot.Core.Conversation;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary><c>nodebot explain FILE|- [--received DATE] [--json]</c>: what a letter is and wants. Keeps nothing.</summary>
internal static class ExplainVerb
{
    private const int FirstSteps = 4;

    public static System.CommandLine.Command Create()
    {
        var file = new Argument<string>("file") { Description = "A text file with the letter; '-' reads it from standard input" };
        var received = new Option<string?>("--received") { Description = "When it arrived, as YYYY-MM-DD; today when left out" };
        var json = new Option<bool>("--json") { Description = "Print what was recognised as JSON, as POST /api/explain gives it" };
        var verb = new System.CommandLine.Command("explain", "Say what a letter is, how soon to act and what to do first. The letter is read and not kept.\n\nExamples:\n  nodebot explain letter.txt\n  pdftotext letter.pdf - | nodebot explain - --received 2026-11-24") { file, received, json };
        verb.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(received), parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string file, string? received, bool json, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        if (received is not null && !DateOnly.TryParseExact(received, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return await RefuseAsync($"--received is \"{received}\"; write it as YYYY-MM-DD, such as 2026-11-24.").ConfigureAwait(false);
        var (text, problem) = await ReadAsync(file, cancellation).ConfigureAwait(false);
        if (text is null)
            return await RefuseAsync(problem!).ConfigureAwait(false);
        var settings = Settings.Load();
        var knowledge = Bot.LoadKnowledge(settings);
        var finding = new LetterReader(knowledge.Playbooks).Read(text, day);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(finding, LetterFindingJson.Default.LetterFinding));
        else
            new ReplyPrinter(AnsiConsole.Console, settings.PageUrl).Print(Show(finding, knowledge.Playbooks.FirstOrDefault(playbook => playbook.Id == finding.Kind)));
        return ExitCode.Ok;
    }

    private static async Task<(string? Text, string? Problem)> ReadAsync(string file, CancellationToken cancellation)
    {
        string text;
        try
        {
            using var reader = file == "-" ? Console.In : new StreamReader(file, Encoding.UTF8);
            // One more than is read, so that a file without an end has one.
            var buffer = new char[LetterReader.MaxLength + 1];
            text = new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellation).ConfigureAwait(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"{file} cannot be read: {e.Message}");
        }

        if (text.StartsWith("%PDF", StringComparison.Ordinal) || text.Contains('\0', StringComparison.Ordinal))
            return (null, $"{file} is no text file. Turn it into text first, as with: pdftotext letter.pdf - | nodebot explain -");
        if (string.IsNullOrWhiteSpace(text))
            return (null, $"{file} holds no text. A picture must be turned into text first (OCR).");
        return text.Length > LetterReader.MaxLength
            ? (null, $"{file} is longer than the {LetterReader.MaxLength} characters that are read at most. Take its first pages.")
            : (text, null);
    }

    private static Reply Show(LetterFinding finding, Playbook? playbook)
    {
        if (playbook is null)
            return Reply.Of("I do not recognise a complaint in this. If it is one all the same, 'nodebot chat' and /complaint start walk you through it.");
        var flags = finding.RedFlags.Count == 0 ? "" : $"\nLook out: {string.Join(", ", finding.RedFlags.Select(flag => flag.Replace('_', ' ')))}.";
        return new Reply(
            [
                new HeadingBlock($"This looks like: {playbook.Title} (sure to {finding.Confidence.ToString("P0", CultureInfo.InvariantCulture)})"),
                new TextBlock($"{playbook.Summary}\nHow soon: {playbook.Urgency}{flags}"),
                .. CaseReplies.Read(ExplainedLetter.Fields(finding, null)),
                new HeadingBlock("What to do first"),
                new TextBlock(string.Join('\n', playbook.Steps.Take(FirstSteps).Select(step => "- " + step.Text))),
                new HeadingBlock("What not to do"),
                new TextBlock(string.Join('\n', playbook.Never.Take(FirstSteps).Select(never => "- " + never))),
                new TextBlock("'nodebot chat' and /complaint start walk you through the rest, to a reply."),
                new DisclaimerBlock(),
            ],
            []);
    }

    private static async Task<int> RefuseAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
        return ExitCode.Usage;
    }
}
