using System.CommandLine;
using NodeBot.Configuration;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Fitting;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Storage;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary><c>nodebot knowledge check|list|show|build</c></summary>
internal static class KnowledgeVerb
{
    public static System.CommandLine.Command Create() => new("knowledge", "Look at what NodeBot knows, check it, and add to it.")
    {
        Check(), List(), Show(), Put(), Remove(), Build(),
    };

    private static System.CommandLine.Command Check()
    {
        var folder = new Argument<string?>("folder") { Description = "The knowledge folder; the installed one when left out", Arity = ArgumentArity.ZeroOrOne };
        var verb = new System.CommandLine.Command("check", "Check all knowledge files; each problem is shown with file, line and mend.") { folder };
        verb.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder) ?? Settings.Load().KnowledgeFolder;
            var loaded = KnowledgeLoader.Load(path);
            foreach (var problem in loaded.Problems)
                Console.Error.WriteLine(problem);
            if (loaded.Knowledge is not { } knowledge)
                return ExitCode.Failed;
            Console.WriteLine($"{path}: {knowledge.Passages.Count} passages, {knowledge.Passages.Sum(p => p.Facts.Sum(f => f.Questions.Count))} anticipated questions, "
                + $"{knowledge.Neighbours.Sum(t => t.Questions.Count)} neighbouring questions, {knowledge.Aliases.Count} aliases. No problems.");
            return ExitCode.Ok;
        });
        return verb;
    }

    private static System.CommandLine.Command List()
    {
        var verb = new System.CommandLine.Command("list", "List all passages with their ids.");
        verb.SetAction(async (_, cancellation) =>
        {
            var settings = Settings.Load();
            var table = new Table().AddColumn("id").AddColumn("title").AddColumn("as of").AddColumn("questions");
            var knowledge = Bot.LoadKnowledge(settings);
            if (await OpenAsync(settings, cancellation).ConfigureAwait(false) is { } database)
                knowledge = await AddedKnowledge.WithAsync(knowledge, database.Passages, cancellation).ConfigureAwait(false);
            foreach (var passage in knowledge.Passages)
                table.AddRow(Markup.Escape(passage.Id), Markup.Escape(passage.Title), passage.AsOf, $"{passage.Facts.Sum(fact => fact.Questions.Count)}");
            AnsiConsole.Write(table);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static System.CommandLine.Command Show()
    {
        var id = new Argument<string>("id") { Description = "A passage's id, as 'nodebot knowledge list' shows it" };
        var verb = new System.CommandLine.Command("show", "Show a passage whole, with its notes.\n\nExample:\n  nodebot knowledge show guide/do-not-log/reasons") { id };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var settings = Settings.Load();
            var knowledge = Bot.LoadKnowledge(settings);
            var database = await OpenAsync(settings, cancellation).ConfigureAwait(false);
            var wanted = parsed.GetRequiredValue(id);
            // Whoever runs the program may see what belongs to one community.
            var found = knowledge.Find(wanted) ?? (database is null ? null : await database.Passages.FindAsync(wanted, cancellation).ConfigureAwait(false));
            if (found is null)
            {
                await Console.Error.WriteLineAsync($"There is no passage \"{wanted}\". 'nodebot knowledge list' shows them all.").ConfigureAwait(false);
                return ExitCode.Usage;
            }

            var command = new GuideCommand(knowledge, new PassageFinder(knowledge, database is null ? null : () => Task.FromResult(database.Passages)));
            var turn = Turn.Parse(Surface.Terminal, $"/{GuideCommand.Name} {wanted}", [command.Spec]) with { Community = found.Community };
            new ReplyPrinter(AnsiConsole.Console, settings.PageUrl).Print(await command.HandleAsync(turn, cancellation).ConfigureAwait(false));
            return ExitCode.Ok;
        });
        return verb;
    }

    private static System.CommandLine.Command Put()
    {
        var file = new Argument<FileInfo>("file") { Description = "A YAML file: a list of passages with id, title, text, asOf and sources" };
        var verb = new System.CommandLine.Command("put", "Add passages of your own, or replace them; a running bot finds them within seconds.\n\nExample of a file:\n"
            + "  - id: answer/our-providers\n    title: \"Providers that our community uses\"\n    text: \"...\"\n    asOf: \"2026-11\"\n    sources: [{ name: \"Our wiki\", url: \"https://example.org\" }]\n    questions: { en: [\"which provider do you use\"] }") { file };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            IReadOnlyList<Passage> passages;
            IReadOnlyList<KnowledgeProblem> problems;
            try
            {
                (passages, problems) = PassageDocument.Read(path.Name, await File.ReadAllTextAsync(path.FullName, cancellation).ConfigureAwait(false));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{path}: {e.Message}").ConfigureAwait(false);
                return ExitCode.Usage;
            }

            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(problem.ToString()).ConfigureAwait(false);
            if (problems.Count > 0)
                return ExitCode.Usage;
            var database = await Database.OpenAsync(Settings.Load().Storage, TimeProvider.System, cancellation).ConfigureAwait(false);
            foreach (var passage in passages)
            {
                await database.Passages.PutAsync(passage, cancellation).ConfigureAwait(false);
                Console.WriteLine($"Saved {passage.Id}.");
            }

            return ExitCode.Ok;
        });
        return verb;
    }

    private static System.CommandLine.Command Remove()
    {
        var id = new Argument<string>("id") { Description = "Id of a passage that was added with 'knowledge put'" };
        var verb = new System.CommandLine.Command("remove", "Remove a passage that was added; its text is deleted.") { id };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var wanted = parsed.GetRequiredValue(id);
            var database = await OpenAsync(Settings.Load(), cancellation).ConfigureAwait(false);
            if (database is null || await database.Passages.RemoveAsync(wanted, cancellation).ConfigureAwait(false) is null)
            {
                await Console.Error.WriteLineAsync($"No added passage has the id \"{wanted}\". 'nodebot knowledge list' shows them all; shipped ones stay.").ConfigureAwait(false);
                return ExitCode.Usage;
            }

            Console.WriteLine($"Removed {wanted}.");
            return ExitCode.Ok;
        });
        return verb;
    }

    private static async Task<Database?> OpenAsync(Settings settings, CancellationToken cancellation) =>
        settings.Storage.Exists ? await Database.OpenAsync(settings.Storage, TimeProvider.System, cancellation).ConfigureAwait(false) : null;

    private static System.CommandLine.Command Build()
    {
        var folder = new Argument<string>("folder") { Description = "The knowledge folder of a source checkout" };
        var verb = new System.CommandLine.Command("build", "For maintainers: make the vectors and fit the calibration that are shipped, after the knowledge was changed.") { folder };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(folder);
            var settings = Settings.Load() with { KnowledgeFolder = path };
            using var bot = Bot.Create(settings with { Qdrant = new QdrantOptions() }, Bot.LoadKnowledge(settings));
            FitReport? lexical = null, dense = null;
            await Progress.RunAsync("Making vectors", async (progress, token) => (lexical, dense) = await bot.Retrieval.BuildShippedAsync(path, progress, token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            Print("words alone", lexical!);
            Print("words and vectors", dense!);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static void Print(string name, FitReport report) => Console.WriteLine(
        $"{name}, 5-fold cross-validation on {report.Answerable} + {report.Unanswerable} questions: first {report.First:P1}, in three {report.FirstThree:P1}, "
        + $"AUC {report.Auc:F3}, false declines {report.FalseDeclines:P1}, declined {report.Declined:P1} at threshold {report.Threshold:F3}");
}
