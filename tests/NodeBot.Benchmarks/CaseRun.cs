using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Complaints.Reading;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Privacy;
using NodeBot.Storage;

namespace NodeBot.Benchmarks;

/// <summary>A step of a case, and a letter that is recognised, with few and with ten thousand open cases.</summary>
internal static class CaseRun
{
    private const int OpenCases = 10_000;
    private const int Walks = 100;

    // Five pages of 3,000 characters.
    private const int FivePages = 15_000;

    public static async Task RunAsync()
    {
        var knowledge = KnowledgeLoader.Load(ShippedIndex.Folder).Knowledge!;
        var folder = Directory.CreateTempSubdirectory("nodebot-bench-").FullName;
        var database = await Database.OpenAsync(new StorageOptions(folder, null), TimeProvider.System, default);
        var store = new CaseStore(() => Task.FromResult(database.Private), new CaseRules(TimeSpan.FromDays(30)), TimeProvider.System);
        var replies = new CaseReplies(knowledge);
        var desk = new CaseDesk(store, knowledge, new CountryLaw(new HashSet<string> { "DE" }, new HashSet<string>()), replies, TimeProvider.System);
        Console.WriteLine("| milliseconds | p50 | p95 | p99 |\n| --- | --- | --- | --- |");
        await StepsAsync(desk, "a step, few cases (warming up)");
        await StepsAsync(desk, "a step, few cases");
        Letters(knowledge, "a letter of 5 pages, few cases");
        await FillAsync(store, knowledge);
        await StepsAsync(desk, "a step, 10,000 open cases");
        Letters(knowledge, "a letter of 5 pages, 10,000 open cases");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task FillAsync(CaseStore store, KnowledgeBase knowledge)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, OpenCases), async (i, cancellation) =>
        {
            var playbook = knowledge.Playbooks[i % knowledge.Playbooks.Count];
            await store.AddAsync($"discord:{i / 3}", new Case { Id = PrivateRecords.NewId(), Kind = playbook.Id, CreatedAt = DateTimeOffset.UtcNow, RemindAt = DateTimeOffset.UtcNow.AddDays(i % 30) }, cancellation);
        });
    }

    // From the press to the reply: found, decrypted, changed, encrypted, written to the disk, shown.
    private static async Task StepsAsync(CaseDesk desk, string name)
    {
        var times = new List<double>();
        for (var i = 0; i < Walks; i++)
        {
            var member = $"terminal:{name}{i}";
            var playbook = desk.Playbooks[i % desk.Playbooks.Count];
            await desk.StartAsync(member, playbook, default);
            while (true)
            {
                var @case = (await desk.Store.ListAsync(member, default))[0];
                if (desk.Walk(@case)!.Next is not { } next)
                    break;
                var from = TimeProvider.System.GetTimestamp();
                var found = await desk.Store.FindAsync(member, @case.Id, default);
                _ = next.Choices is [var first, ..] ? await desk.AnswerAsync(member, found!, next.Id, first.Value, default) : await desk.SkipAsync(member, found!, next.Id, default);
                times.Add(TimeProvider.System.GetElapsedTime(from).TotalMilliseconds);
            }
        }

        Console.WriteLine(Figures.Row(name, times));
    }

    private static void Letters(KnowledgeBase knowledge, string name)
    {
        var texts = Directory.GetFiles(Path.Combine(ShippedIndex.Folder, "evaluation", "letters"), "*.txt").Select(File.ReadAllText).ToList();
        var reader = new LetterReader(knowledge.Playbooks);
        var received = DateOnly.FromDateTime(DateTime.UtcNow);
        reader.Read(texts[0], received);
        var times = new List<double>();
        for (var i = 0; i < texts.Count * 5; i++)
        {
            var letter = texts[i % texts.Count];
            while (letter.Length < FivePages)
                letter += "\n" + texts[(i + letter.Length) % texts.Count];
            var from = TimeProvider.System.GetTimestamp();
            reader.Read(letter[..FivePages], received);
            times.Add(TimeProvider.System.GetElapsedTime(from).TotalMilliseconds);
        }

        Console.WriteLine(Figures.Row(name, times));
    }
}
