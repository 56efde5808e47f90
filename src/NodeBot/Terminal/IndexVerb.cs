using System.CommandLine;
using NodeBot.Configuration;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;
using NodeBot.Storage;
using Spectre.Console;

namespace NodeBot.Terminal;

/// <summary><c>nodebot reindex</c> and <c>nodebot index status|verify|prune</c>: the index in Qdrant.</summary>
internal static class IndexVerb
{
    private const string NoQdrant = "No Qdrant is set up, so there is nothing to do: the index in this process is made at each start. Set NodeBot:Qdrant:Url to use Qdrant.";

    public static System.CommandLine.Command Create() => new("index", "Look at the index in Qdrant, check it, and delete old ones.") { Status(), Verify(), Prune() };

    public static System.CommandLine.Command CreateReindex()
    {
        var verb = new System.CommandLine.Command("reindex", "Build the index in Qdrant anew beside the one in use, check it, and switch to it. Stopped, it goes on where it was when run again.");
        verb.SetAction((_, cancellation) => WithQdrantAsync(ReindexAsync, mustWrite: true, cancellation));
        return verb;
    }

    private static System.CommandLine.Command Status()
    {
        var verb = new System.CommandLine.Command("status", "Show which collection is searched, how full it is, and how far behind the database.");
        verb.SetAction((_, cancellation) => WithQdrantAsync(StatusAsync, mustWrite: false, cancellation));
        return verb;
    }

    private static System.CommandLine.Command Verify()
    {
        var verb = new System.CommandLine.Command("verify", "Compare the index with the shipped knowledge and the database, passage by passage.");
        verb.SetAction((_, cancellation) => WithQdrantAsync(VerifyAsync, mustWrite: false, cancellation));
        return verb;
    }

    private static System.CommandLine.Command Prune()
    {
        var verb = new System.CommandLine.Command("prune", "Delete collections of earlier indexes that are no longer searched. Collections of others are never touched.");
        verb.SetAction((_, cancellation) => WithQdrantAsync(PruneAsync, mustWrite: true, cancellation));
        return verb;
    }

    private static async Task<int> WithQdrantAsync(Func<Bot, Database, CancellationToken, Task<int>> work, bool mustWrite, CancellationToken cancellation)
    {
        // Ctrl-C is only caught once an action gave control back: without this, what follows at once would be cut off.
        await Task.Yield();
        var settings = Settings.Load();
        if (!settings.Qdrant.IsSet)
            return await FailAsync(NoQdrant, ExitCode.Usage).ConfigureAwait(false);
        if (mustWrite && !settings.Qdrant.MayWrite)
            return await FailAsync("Only a read-only key is set, and this writes. Set NodeBot:Qdrant:ApiKey for this command.", ExitCode.Usage).ConfigureAwait(false);
        using var bot = Bot.Create(settings, makeDatabase: true, cancellation);
        var database = await bot.Database!.ConfigureAwait(false);
        try
        {
            if (bot.Retrieval.NeedsEmbedding)
                await Progress.RunAsync("Making vectors", bot.Retrieval.EmbedMissingAsync, cancellation).ConfigureAwait(false);
            return await work(bot, database, cancellation).ConfigureAwait(false);
        }
        catch (QdrantException e)
        {
            return await FailAsync(e.Message, ExitCode.Failed).ConfigureAwait(false);
        }
    }

    private static async Task<int> ReindexAsync(Bot bot, Database database, CancellationToken cancellation)
    {
        var builder = bot.Qdrant!.Builder(database.Passages, database.Ledger, TimeProvider.System);
        var (made, old) = await Progress.RunAsync(progress => builder.RunAsync(progress, cancellation)).ConfigureAwait(false);
        Console.WriteLine($"The index \"{bot.Qdrant.Options.Collection}\" is now {made}. It was checked and is searched from now on.");
        if (old is not null && old != made)
            Console.WriteLine($"The earlier one, {old}, is kept. Delete it with: nodebot index prune");
        return ExitCode.Ok;
    }

    private static async Task<int> StatusAsync(Bot bot, Database database, CancellationToken cancellation)
    {
        var qdrant = bot.Qdrant!;
        var finding = await qdrant.LookAsync(cancellation).ConfigureAwait(false);
        if (finding.Collection is null)
            return await FailAsync(finding.Message, ExitCode.Failed).ConfigureAwait(false);
        var table = new Table().AddColumn("collection").AddColumn("state").AddColumn("embedder").AddColumn(new TableColumn("passages").RightAligned()).AddColumn("made");
        foreach (var (name, identity) in await OwnCollections.ListAsync(qdrant.Client, qdrant.Options.Collection, cancellation).ConfigureAwait(false))
        {
            var count = await qdrant.Client.CountAsync(name, new CountPoints(Filter.Where(Condition.Is("status", PointPayload.Approved)), Exact: true), cancellation).ConfigureAwait(false);
            table.AddRow(Markup.Escape(name), name == finding.Collection ? "searched" : identity.State == IndexIdentity.Ready ? "earlier" : "unfinished", Markup.Escape(identity.Embedder), count.Ok ? $"{count.Value.Count}" : "?", $"{identity.Created.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        }

        AnsiConsole.Write(table);
        if (finding.State != IndexState.Usable)
            return await FailAsync(finding.Message, ExitCode.Failed).ConfigureAwait(false);
        var position = await database.Ledger.PositionAsync(finding.Collection, cancellation).ConfigureAwait(false) ?? finding.Identity!.From;
        var latest = await database.Passages.LatestAsync(cancellation).ConfigureAwait(false);
        Console.WriteLine(latest > position ? $"{latest - position} changes in the database are not yet in the index; 'nodebot serve' brings them in." : "The index holds all changes in the database.");
        return ExitCode.Ok;
    }

    private static async Task<int> VerifyAsync(Bot bot, Database database, CancellationToken cancellation)
    {
        var finding = await bot.Qdrant!.LookAsync(cancellation).ConfigureAwait(false);
        if (finding is not { State: IndexState.Usable, Collection: { } collection })
            return await FailAsync(finding.Message, ExitCode.Failed).ConfigureAwait(false);
        var differences = await bot.Qdrant.Verifier(database.Passages).CompareAsync(collection, cancellation).ConfigureAwait(false);
        foreach (var difference in differences)
            Console.WriteLine(difference);
        if (differences.Count > 0)
            return await FailAsync($"{differences.Count} differences. 'nodebot serve' brings in late changes; everything else is mended by: nodebot reindex", ExitCode.Failed).ConfigureAwait(false);
        Console.WriteLine($"{collection} holds exactly what it should.");
        return ExitCode.Ok;
    }

    private static async Task<int> PruneAsync(Bot bot, Database database, CancellationToken cancellation)
    {
        var qdrant = bot.Qdrant!;
        var finding = await qdrant.LookAsync(cancellation).ConfigureAwait(false);
        if (finding.Collection is null && finding.State != IndexState.Missing)
            return await FailAsync(finding.Message, ExitCode.Failed).ConfigureAwait(false);
        var deleted = 0;
        foreach (var (name, _) in await OwnCollections.ListAsync(qdrant.Client, qdrant.Options.Collection, cancellation).ConfigureAwait(false))
        {
            if (name == finding.Collection)
                continue;
            var result = await qdrant.WriteClient.DeleteCollectionAsync(name, cancellation).ConfigureAwait(false);
            if (!result.Ok)
                return await FailAsync($"{name} could not be deleted: {result.Failure.Message}", ExitCode.Failed).ConfigureAwait(false);
            await database.Ledger.ForgetAsync(name, cancellation).ConfigureAwait(false);
            Console.WriteLine($"Deleted {name}.");
            deleted++;
        }

        if (deleted == 0)
            Console.WriteLine("There is nothing to delete.");
        return ExitCode.Ok;
    }

    private static async Task<int> FailAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync(message).ConfigureAwait(false);
        return code;
    }
}
