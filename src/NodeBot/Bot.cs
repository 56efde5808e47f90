using NodeBot.Configuration;
using NodeBot.Core.Answering;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Storage;

namespace NodeBot;

/// <summary>The bot without any surface: what all of them share.</summary>
internal sealed class Bot : IDisposable
{
    private Bot(Settings settings, KnowledgeBase knowledge, KnowledgeRetrieval retrieval, Database? database)
    {
        Database = database;
        Passages = new PassageFinder(knowledge, database?.Passages);
        Knowledge = knowledge;
        Retrieval = retrieval;
        Qdrant = settings.Qdrant.IsSet ? new QdrantRetrieval(retrieval, settings.Qdrant, Metrics) : null;
        Index = Qdrant?.Index ?? retrieval.Index;
        Answerer = new Answerer(knowledge, Index);
        Command[] commands = [new AskCommand(Answerer), new GuideCommand(knowledge, Passages)];
        Dispatcher = new Dispatcher([.. commands, new HelpCommand(commands)]);
    }

    /// <summary>The shipped knowledge.</summary>
    public KnowledgeBase Knowledge { get; }

    public KnowledgeRetrieval Retrieval { get; }

    public RetrievalMetrics Metrics { get; } = new();

    /// <summary>Null without Qdrant.</summary>
    public QdrantRetrieval? Qdrant { get; }

    /// <summary>What answers: the embedded index, or Qdrant.</summary>
    public KnowledgeIndex Index { get; }

    public Answerer Answerer { get; }

    public Dispatcher Dispatcher { get; }

    /// <summary>Null where none was made yet and none is needed.</summary>
    public Database? Database { get; }

    public PassageFinder Passages { get; }

    /// <param name="settings">Checked settings.</param>
    /// <param name="makeDatabase">Whether a database is made where there is none.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The bot, with the passages that were added to its knowledge, searching by words alone where vectors are still missing.</returns>
    /// <exception cref="KnowledgeException">The knowledge does not pass its checks.</exception>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public static Task<Bot> CreateAsync(Settings settings, bool makeDatabase, CancellationToken cancellation) =>
        CreateAsync(settings, LoadKnowledge(settings), makeDatabase, cancellation);

    /// <inheritdoc cref="CreateAsync(Settings, bool, CancellationToken)"/>
    public static async Task<Bot> CreateAsync(Settings settings, KnowledgeBase knowledge, bool makeDatabase, CancellationToken cancellation)
    {
        var database = makeDatabase || settings.Storage.Exists ? await Database.OpenAsync(settings.Storage, TimeProvider.System, cancellation).ConfigureAwait(false) : null;
        // With Qdrant, passages that were added are found there, and the copy in this process is the shipped knowledge.
        var all = database is null || settings.Qdrant.IsSet ? knowledge : await AddedKnowledge.WithAsync(knowledge, database.Passages, cancellation).ConfigureAwait(false);
        try
        {
            var retrieval = new KnowledgeRetrieval(all, new RetrievalOptions(settings.KnowledgeFolder, settings.DataFolder, settings.Embedder));
            return new Bot(settings, knowledge, retrieval, database);
        }
        catch (FileNotFoundException e)
        {
            throw new SettingsException(e.Message);
        }
    }

    /// <exception cref="KnowledgeException">The knowledge does not pass its checks.</exception>
    public static KnowledgeBase LoadKnowledge(Settings settings)
    {
        var loaded = KnowledgeLoader.Load(settings.KnowledgeFolder);
        return loaded.Knowledge ?? throw new KnowledgeException(loaded.Problems);
    }

    /// <summary>
    /// As <see cref="CreateAsync(Settings, bool, CancellationToken)"/>, and waits until missing vectors are made. What is missing or does
    /// not answer is said on standard error; answers then come from what there is.
    /// </summary>
    /// <exception cref="SettingsException">The index in Qdrant cannot be used until somebody mends it.</exception>
    public static async Task<Bot> CreateCompleteAsync(Settings settings, CancellationToken cancellation)
    {
        var bot = await CreateAsync(settings, makeDatabase: false, cancellation).ConfigureAwait(false);
        if (bot.Retrieval.NeedsEmbedding)
            await bot.EmbedAsync(cancellation).ConfigureAwait(false);
        if (bot.Qdrant is not null && await bot.CheckQdrantAsync(mayBeMissing: false, cancellation).ConfigureAwait(false) is { } warning)
            await Console.Error.WriteLineAsync(warning).ConfigureAwait(false);
        return bot;
    }

    /// <summary>Looks whether Qdrant can be used.</summary>
    /// <param name="mayBeMissing">Whether an index that was never made is no mistake, because this process will make it.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>A line for the operator when Qdrant is out of reach for now; null when all is well.</returns>
    /// <exception cref="SettingsException">It cannot be used until somebody mends it.</exception>
    public async Task<string?> CheckQdrantAsync(bool mayBeMissing, CancellationToken cancellation)
    {
        if (Retrieval.NeedsEmbedding)
            return null;
        var finding = await Qdrant!.LookAsync(cancellation).ConfigureAwait(false);
        if (finding.State == IndexState.Wrong || (finding.State == IndexState.Missing && !mayBeMissing))
            throw new SettingsException(finding.Message);
        if (finding.State == IndexState.Usable)
            return null;
        Qdrant.Index.Degrade(finding.Failure ?? new QdrantFailure(QdrantFailureKind.NotFound, "it is being made"));
        return finding.State == IndexState.Down ? finding.Message + " Until then answers come from the shipped knowledge alone." : null;
    }

    public void Dispose()
    {
        Qdrant?.Dispose();
        Retrieval.Dispose();
        Metrics.Dispose();
    }

    private async Task EmbedAsync(CancellationToken cancellation)
    {
        try
        {
            await Terminal.Progress.RunAsync("Making vectors", Retrieval.EmbedMissingAsync, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // Whatever a remote service does wrong, questions are still answered by words.
            await Console.Error.WriteLineAsync($"The embedder failed ({e.GetType().Name}); search works on words alone. Check NodeBot:Embedder.").ConfigureAwait(false);
        }
    }
}
