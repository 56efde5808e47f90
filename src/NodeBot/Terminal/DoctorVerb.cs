using Microsoft.Extensions.Logging.Abstractions;
using NodeBot.Configuration;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Discord;
using NodeBot.Retrieval.Embedding;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Storage;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary><c>nodebot doctor</c>: what is set up, what is missing, how to mend it.</summary>
internal static class DoctorVerb
{
    public static System.CommandLine.Command Create()
    {
        var verb = new System.CommandLine.Command("doctor", "Show what is set up, what is missing, and how to mend it.");
        verb.SetAction((_, cancellation) => RunAsync(cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var findings = new Findings();
        Settings settings;
        try
        {
            settings = Settings.Load();
        }
        catch (SettingsException e)
        {
            findings.Bad("settings", e.Message);
            return findings.Print();
        }

        findings.Good("settings", $"no problems; web page at {settings.PageUrl}");
        CheckDataFolder(findings, settings.DataFolder);
        var database = await CheckDatabaseAsync(findings, settings, cancellation).ConfigureAwait(false);
        var loaded = KnowledgeLoader.Load(settings.KnowledgeFolder);
        foreach (var problem in loaded.Problems)
            findings.Bad("knowledge", problem.ToString());
        if (loaded.Knowledge is { } knowledge)
        {
            findings.Good("knowledge", $"{knowledge.Passages.Count} passages in {settings.KnowledgeFolder}");
            await CheckSearchAsync(findings, settings, knowledge, cancellation).ConfigureAwait(false);
        }

        await CheckDiscordAsync(findings, settings, database, cancellation).ConfigureAwait(false);
        findings.Off("Teams, language model", "not part of this version yet");
        return findings.Print();
    }

    private static void CheckDataFolder(Findings findings, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            findings.Good("data folder", folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Bad("data folder", $"{folder} cannot be written: {e.Message} Make it writable, or set NODEBOT_DATA to another folder.");
        }
    }

    private static async Task CheckSearchAsync(Findings findings, Settings settings, KnowledgeBase knowledge, CancellationToken cancellation)
    {
        try
        {
            using var bot = Bot.Create(settings, knowledge);
            if (bot.Retrieval.NeedsEmbedding)
                findings.Warn("embedder", "vectors are missing; they are made at the next start, and until then search works on words alone");
            await bot.Retrieval.Index.SearchAsync("What is an exit node?", 1, SearchScope.Everyone, cancellation).ConfigureAwait(false);
            var status = bot.Retrieval.Index.Status;
            if (status.Embedder is { } embedder)
                findings.Good("embedder", $"{embedder}, {status.Dimension} dimensions");
            if (bot.Qdrant is not null && !bot.Retrieval.NeedsEmbedding)
                Add(findings, settings, await bot.Qdrant.LookAsync(cancellation).ConfigureAwait(false));
            else if (bot.Qdrant is null)
                findings.Off("Qdrant", "not set up: the index is in this process, which is enough for one bot");
            if (status.Notice is { } notice && !(bot.Retrieval.NeedsEmbedding && settings.Embedder.Kind != EmbedderKind.None))
                findings.Warn("search", notice);
        }
        catch (SettingsException e)
        {
            findings.Bad("embedder", e.Message);
        }
    }

    private static async Task<Database?> CheckDatabaseAsync(Findings findings, Settings settings, CancellationToken cancellation)
    {
        try
        {
            if (!settings.Storage.Exists)
            {
                findings.Off("database", "none yet: it is made when first needed");
                return null;
            }

            var database = await Database.OpenAsync(settings.Storage, TimeProvider.System, cancellation).ConfigureAwait(false);
            findings.Good("database", $"{database.Place}, {await database.Passages.CountAsync(cancellation).ConfigureAwait(false)} added passages");
            return database;
        }
        catch (StorageException e)
        {
            findings.Bad("database", e.Message);
            return null;
        }
    }

    private static async Task CheckDiscordAsync(Findings findings, Settings settings, Database? database, CancellationToken cancellation)
    {
        if (!settings.Discord.IsSet)
        {
            findings.Off("Discord", "not set up: see docs/discord.md");
            return;
        }

        var setup = NodeBotDiscord.CreateSetup(settings.Discord, DiscordVerb.Specs(settings), NullLoggerFactory.Instance);
        var communities = database is null ? null : await database.Communities.AllAsync(cancellation).ConfigureAwait(false);
        foreach (var finding in await setup.CheckAsync(communities, cancellation).ConfigureAwait(false))
        {
            if (finding.IsGood)
                findings.Good("Discord", finding.Line);
            else
                findings.Bad("Discord", finding.Line);
        }
    }

    private static void Add(Findings findings, Settings settings, IndexFinding finding)
    {
        if (finding.State == IndexState.Usable)
            findings.Good("Qdrant", $"{settings.Qdrant.Url}, index {finding.Collection}");
        else
            findings.Bad("Qdrant", finding.Message);
    }

    private sealed class Findings
    {
        private readonly Table _table = new Table().AddColumn("").AddColumn("what").AddColumn("finding");
        private bool _bad;

        public void Good(string what, string finding) => Add("[green]ok[/]", what, finding);

        public void Warn(string what, string finding) => Add("[yellow]note[/]", what, finding);

        public void Off(string what, string finding) => Add("[dim]off[/]", what, finding);

        public void Bad(string what, string finding)
        {
            _bad = true;
            Add("[red]mend[/]", what, finding);
        }

        public int Print()
        {
            AnsiConsole.Write(_table);
            return _bad ? ExitCode.Failed : ExitCode.Ok;
        }

        private void Add(string mark, string what, string finding) => _table.AddRow(new Markup(mark), new Text(what), new Text(finding));
    }
}
