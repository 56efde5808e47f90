using NodeBot.Core.Retrieval;
using NodeBot.Configuration;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Embedding;
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
        var loaded = KnowledgeLoader.Load(settings.KnowledgeFolder);
        foreach (var problem in loaded.Problems)
            findings.Bad("knowledge", problem.ToString());
        if (loaded.Knowledge is { } knowledge)
        {
            findings.Good("knowledge", $"{knowledge.Passages.Count} passages in {settings.KnowledgeFolder}");
            await CheckSearchAsync(findings, settings, knowledge, cancellation).ConfigureAwait(false);
        }

        findings.Off("Discord, Teams, Qdrant, language model", "not part of this version yet");
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
            if (status.Notice is { } notice && !(bot.Retrieval.NeedsEmbedding && settings.Embedder.Kind != EmbedderKind.None))
                findings.Warn("search", notice);
        }
        catch (SettingsException e)
        {
            findings.Bad("embedder", e.Message);
        }
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
