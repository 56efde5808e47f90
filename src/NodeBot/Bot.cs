using NodeBot.Configuration;
using NodeBot.Core.Answering;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval;

namespace NodeBot;

/// <summary>The bot without any surface: what all of them share.</summary>
internal sealed class Bot : IDisposable
{
    private Bot(KnowledgeBase knowledge, KnowledgeRetrieval retrieval)
    {
        Knowledge = knowledge;
        Retrieval = retrieval;
        Answerer = new Answerer(knowledge, retrieval.Index);
        Command[] commands = [new AskCommand(Answerer), new GuideCommand(knowledge)];
        Dispatcher = new Dispatcher([.. commands, new HelpCommand(commands)]);
    }

    public KnowledgeBase Knowledge { get; }

    public KnowledgeRetrieval Retrieval { get; }

    public Answerer Answerer { get; }

    public Dispatcher Dispatcher { get; }

    /// <param name="settings">Checked settings.</param>
    /// <returns>The bot, searching by words alone where vectors are still missing.</returns>
    /// <exception cref="KnowledgeException">The knowledge does not pass its checks.</exception>
    public static Bot Create(Settings settings) => Create(settings, LoadKnowledge(settings));

    /// <inheritdoc cref="Create(Settings)"/>
    public static Bot Create(Settings settings, KnowledgeBase knowledge)
    {
        try
        {
            return new Bot(knowledge, new KnowledgeRetrieval(knowledge, new RetrievalOptions(settings.KnowledgeFolder, settings.DataFolder, settings.Embedder)));
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

    /// <summary>As <see cref="Create(Settings)"/>, and waits until missing vectors are made.</summary>
    public static async Task<Bot> CreateCompleteAsync(Settings settings, CancellationToken cancellation)
    {
        var bot = Create(settings);
        if (bot.Retrieval.NeedsEmbedding)
            await Terminal.Progress.RunAsync("Making vectors", bot.Retrieval.EmbedMissingAsync, cancellation).ConfigureAwait(false);
        return bot;
    }

    public void Dispose() => Retrieval.Dispose();
}
