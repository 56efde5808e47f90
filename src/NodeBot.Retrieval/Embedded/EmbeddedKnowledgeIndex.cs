using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Memory;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Dense;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Retrieval.Embedded;

/// <summary>The index in the process's own memory. When the knowledge or its vectors change, readers see the old state or the new one, whole.</summary>
internal sealed class EmbeddedKnowledgeIndex : KnowledgeIndex, IDisposable
{
    /// <summary>Vectors of recent questions that are kept: 4,096 of 384 numbers are 6 MB.</summary>
    public const int RecentQuestions = 4096;

    // A remote embedder that does not answer within this time is passed over for a while: words alone still answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embedder;
    private readonly MemoryCache _recent = new(new MemoryCacheOptions { SizeLimit = RecentQuestions });
    private volatile State _state;
    private long _pausedUntil;

    /// <param name="knowledge">The first state.</param>
    /// <param name="embedder">Embeds questions; stays the caller's to dispose. Null for words alone.</param>
    /// <param name="profile">The embedder's profile, once known.</param>
    /// <param name="notice">What the operator should know, or null.</param>
    public EmbeddedKnowledgeIndex(IndexedKnowledge knowledge, IEmbeddingGenerator<string, Embedding<float>>? embedder, EmbedderProfile? profile, string? notice)
    {
        _embedder = embedder;
        _state = new State(knowledge, profile, notice);
    }

    public override IndexStatus Status
    {
        get
        {
            var state = _state;
            var profile = state.Knowledge.HasVectors ? state.Profile : null;
            var notice = IsPaused ? "The embedder does not answer: search works on words alone until it does." : state.Notice;
            return new IndexStatus(state.Knowledge.PassageCount, profile?.Name, profile?.Dimension ?? 0, notice);
        }
    }

    private bool IsPaused => Environment.TickCount64 < Interlocked.Read(ref _pausedUntil);

    /// <summary>Puts another state in the place of the present one; searches under way finish on the old one.</summary>
    public void Swap(IndexedKnowledge knowledge, EmbedderProfile? profile, string? notice) => _state = new State(knowledge, profile, notice);

    public override async ValueTask<SearchResult> SearchAsync(string question, int limit, CancellationToken cancellation)
    {
        var (knowledge, profile, _) = _state;
        var (text, terms, reading) = knowledge.Read(question);
        var vector = knowledge.HasVectors && profile?.Knows(reading.Language) == true
            ? await EmbedAsync(profile.QuestionPrefix + text, cancellation).ConfigureAwait(false)
            : default;
        return knowledge.Search(new Question(terms, vector, reading), limit);
    }

    public void Dispose() => _recent.Dispose();

    private async ValueTask<ReadOnlyMemory<float>> EmbedAsync(string text, CancellationToken cancellation)
    {
        if (_recent.TryGetValue(text, out ReadOnlyMemory<float> known))
            return known;
        if (_embedder is null || IsPaused)
            return default;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var vector = await _embedder.GenerateVectorAsync(text, cancellationToken: patience.Token).ConfigureAwait(false);
            ReadOnlyMemory<float> unit = Unit.Of(vector.Span);
            return _recent.Set(text, unit, new MemoryCacheEntryOptions { Size = 1 });
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Whatever a remote service does wrong, the question is still answered by words.
            Interlocked.Exchange(ref _pausedUntil, Environment.TickCount64 + (long)Pause.TotalMilliseconds);
            return default;
        }
    }

    private sealed record State(IndexedKnowledge Knowledge, EmbedderProfile? Profile, string? Notice);
}
