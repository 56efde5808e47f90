using System.Collections.Concurrent;
using NodeBot.Configuration;
using NodeBot.Core.Answering;
using NodeBot.Core.Communities;
using NodeBot.Core.Complaints;
using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Complaints.Reading;
using NodeBot.Core.Conversation;
using NodeBot.Core.Feedback;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Letters;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Storage;

namespace NodeBot;

/// <summary>The bot without any surface: what all of them share.</summary>
internal sealed class Bot : IDisposable
{
    private readonly Lazy<Task<Database>>? _database;
    private readonly ConversationMemory _memory = new(TimeProvider.System);
    private readonly HumanRequests _humanRequests = new(TimeProvider.System);
    private readonly CaseReplies _caseReplies;
    private readonly Lazy<Task<Database>> _makes;
    private readonly HumanRequests _changeRequests = new(TimeProvider.System);

    private Bot(Settings settings, KnowledgeBase knowledge, KnowledgeRetrieval retrieval, Lazy<Task<Database>>? database)
    {
        _database = database;
        // What is to be kept needs a database, and makes one where there is none.
        _makes = database ?? LateDatabase(settings, make: true, CancellationToken.None)!;
        _caseReplies = new CaseReplies(knowledge);
        Passages = new PassageFinder(knowledge, database is null ? null : async () => (await database.Value.ConfigureAwait(false)).Passages);
        Knowledge = knowledge;
        Retrieval = retrieval;
        Qdrant = settings.Qdrant.IsSet ? new QdrantRetrieval(retrieval, settings.Qdrant, Metrics) : null;
        Index = Qdrant?.Index ?? retrieval.Index;
        Answerer = new Answerer(knowledge, Index);
        Communities = new CommunityDirectory(async () => (await OpenedAsync().ConfigureAwait(false)).Communities);
        Letters = new LetterReader(knowledge.Playbooks);
        Desk = MakeDesk(settings, knowledge);
        LetterDesk = new LetterDesk(new LetterWriter(knowledge), new LetterDrafts(async () => (await OpenedAsync().ConfigureAwait(false)).Private, TimeProvider.System));
        Reminders = new CaseReminders(Desk, _caseReplies, surface => Messengers.GetValueOrDefault(surface));
        var countries = new CountryFinder(knowledge);
        JurisdictionPosts = new JurisdictionPosts(countries, new JurisdictionReplies(knowledge), Poster, TimeProvider.System);
        Dispatcher = new Dispatcher(Commands(countries), Communities);
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

    /// <summary>Recognises letters.</summary>
    public LetterReader Letters { get; }

    /// <summary>Writes letters.</summary>
    public LetterDesk LetterDesk { get; }

    /// <summary>The members' cases.</summary>
    public CaseDesk Desk { get; }

    /// <summary>Sends the reminders.</summary>
    public CaseReminders Reminders { get; }

    /// <summary>The surfaces' ways to write to one member; a surface adds its own.</summary>
    public ConcurrentDictionary<Surface, MemberMessenger> Messengers { get; } = new();

    public CommunityDirectory Communities { get; }

    /// <summary>Posts about countries, what is due.</summary>
    public JurisdictionPosts JurisdictionPosts { get; }

    /// <summary>The surfaces' ways to post on their own account; a surface adds its own.</summary>
    public ConcurrentDictionary<Surface, ChannelPoster> Posters { get; } = new();

    /// <summary>Opened when first asked for: it takes as long as the rest of the start. Null where none was made yet and none is needed.</summary>
    /// <exception cref="StorageException">It cannot be used.</exception>
    public Task<Database>? Database => _database?.Value;

    public PassageFinder Passages { get; }

    /// <param name="settings">Checked settings.</param>
    /// <param name="makeDatabase">Whether a database is made where there is none.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The bot with the shipped knowledge, searching by words alone where vectors are still missing.</returns>
    /// <exception cref="KnowledgeException">The knowledge does not pass its checks.</exception>
    public static Bot Create(Settings settings, bool makeDatabase, CancellationToken cancellation) =>
        Create(settings, LoadKnowledge(settings), LateDatabase(settings, makeDatabase, cancellation));

    /// <summary>As <see cref="Create(Settings, bool, CancellationToken)"/>, of knowledge that was loaded.</summary>
    public static Bot Create(Settings settings, KnowledgeBase knowledge, Lazy<Task<Database>>? database = null)
    {
        try
        {
            return new Bot(settings, knowledge, new KnowledgeRetrieval(knowledge, new RetrievalOptions(settings.KnowledgeFolder, settings.DataFolder, settings.Embedder)), database);
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
    /// As <see cref="Create(Settings, bool, CancellationToken)"/>, with the passages that were added, and waits until missing vectors
    /// are made. What is missing or does not answer is said on standard error; answers then come from what there is.
    /// </summary>
    /// <exception cref="SettingsException">The index in Qdrant cannot be used until somebody mends it.</exception>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public static async Task<Bot> CreateCompleteAsync(Settings settings, CancellationToken cancellation)
    {
        var database = LateDatabase(settings, make: false, cancellation);
        // Opens it on another core, beside all that follows.
        _ = database?.Value;
        var bot = Create(settings, LoadKnowledge(settings), database);
        // With Qdrant, passages that were added are found there, and the copy in this process is the shipped knowledge.
        if (bot.Database is not null && bot.Qdrant is null)
            await bot.LoadAddedAsync((await bot.Database.ConfigureAwait(false)).Passages, cancellation).ConfigureAwait(false);
        if (bot.Retrieval.NeedsEmbedding)
            await bot.EmbedAsync(cancellation).ConfigureAwait(false);
        if (bot.Qdrant is not null && await bot.CheckQdrantAsync(mayBeMissing: false, cancellation).ConfigureAwait(false) is { } warning)
            await Console.Error.WriteLineAsync(warning).ConfigureAwait(false);
        return bot;
    }

    /// <summary>Searches what the database holds beside the shipped knowledge; for a bot without Qdrant.</summary>
    public async Task LoadAddedAsync(PassageStore store, CancellationToken cancellation) =>
        await Retrieval.ReplaceAsync(await AddedKnowledge.WithAsync(Knowledge, store, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);

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
        _memory.Dispose();
        _humanRequests.Dispose();
        _changeRequests.Dispose();
        Communities.Dispose();
        Qdrant?.Dispose();
        Retrieval.Dispose();
        Metrics.Dispose();
    }

    private List<Command> Commands(CountryFinder countries)
    {
        async Task<FeedbackStore> FeedbackAsync() => (await OpenedAsync().ConfigureAwait(false)).Feedback;
        List<Command> commands =
        [
            new AskCommand(Answerer, _memory),
            new ExplainCommand(Letters, Desk),
            new ComplaintStartCommand(Desk),
            new ComplaintListCommand(Desk, _caseReplies),
            new ComplaintResumeCommand(Desk, _caseReplies),
            new ComplaintRemindCommand(Desk, _caseReplies),
            new ComplaintCloseCommand(Desk, _caseReplies),
            new ComplaintDeleteCommand(Desk, _caseReplies),
            new CaseStepCommand(Desk, _caseReplies, LetterDesk),
            new LetterListCommand(LetterDesk.Writer),
            new LetterWriteCommand(LetterDesk),
            new LetterStepCommand(LetterDesk),
            new GuideCommand(Knowledge, Passages),
            new HumanCommand(_memory, _humanRequests, Poster),
            .. Enum.GetValues<Verdict>().Select(verdict => new FeedbackCommand(verdict, Passages, FeedbackAsync)),
            .. CountryCommands.Of(Knowledge, countries, _changeRequests, Poster, OpenedAsync),
        ];
        string[] features = [.. commands.Select(command => command.Spec.Feature).Distinct(StringComparer.Ordinal)];
        commands.Add(new SettingsCommand(Communities, features, Poster));
        commands.Add(new FeedbackListCommand(Passages, FeedbackAsync));
        commands.Add(new HelpCommand([.. commands]));
        return commands;
    }

    private ChannelPoster? Poster(Surface surface) => Posters.GetValueOrDefault(surface);

    private Task<Database> OpenedAsync() => _makes.Value;

    private CaseDesk MakeDesk(Settings settings, KnowledgeBase knowledge)
    {
        var store = new CaseStore(async () => (await OpenedAsync().ConfigureAwait(false)).Private, new CaseRules(settings.KeepClosedCases), TimeProvider.System);
        return new CaseDesk(store, knowledge, LawOf(knowledge), _caseReplies, TimeProvider.System);
    }

    /// <summary>What a walk must know of countries.</summary>
    internal static CountryLaw LawOf(KnowledgeBase knowledge) => new(
        knowledge.Jurisdictions.Where(jurisdiction => jurisdiction.DsaApplies).Select(jurisdiction => jurisdiction.Code).ToHashSet(StringComparer.Ordinal),
        knowledge.Jurisdictions.Where(jurisdiction => jurisdiction.Risk == JurisdictionRisk.Restricted).Select(jurisdiction => jurisdiction.Code).ToHashSet(StringComparer.Ordinal));

    private static Lazy<Task<Database>>? LateDatabase(Settings settings, bool make, CancellationToken cancellation) => make || settings.Storage.Exists
        ? new Lazy<Task<Database>>(() => Task.Run(() => Storage.Database.OpenAsync(settings.Storage, TimeProvider.System, cancellation), cancellation))
        : null;

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
