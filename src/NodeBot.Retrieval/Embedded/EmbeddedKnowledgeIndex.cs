using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Memory;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Retrieval.Embedded;

/// <summary>The index in the process's own memory. When the knowledge or its vectors change, readers see the old state or the new one, whole.</summary>
internal sealed class EmbeddedKnowledgeIndex : KnowledgeIndex, IDisposable
{
    /// <summary>Vectors of recent questions that are kept: 4,096 of 384 numbers are 6 MB.</summary>
    public const int RecentQuestions = 4096;

    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embedder;
    private readonly EmbedderProfile? _profile;
    private readonly MemoryCache _recent = new(new MemoryCacheOptions { SizeLimit = RecentQuestions });
    private volatile State _state;

    public EmbeddedKnowledgeIndex(IndexedKnowledge knowledge, IEmbeddingGenerator<string, Embedding<float>>? embedder, EmbedderProfile? profile, string? notice)
    {
        _embedder = embedder;
        _profile = profile;
        _state = new State(knowledge, notice);
    }

    public override IndexStatus Status
    {
        get
        {
            var state = _state;
            var dense = state.Knowledge.HasVectors;
            return new IndexStatus(state.Knowledge.PassageCount, dense ? _profile?.Name : null, dense ? _profile?.Dimension ?? 0 : 0, state.Notice);
        }
    }

    /// <summary>Puts another state in the place of the present one; searches under way finish on the old one.</summary>
    public void Swap(IndexedKnowledge knowledge, string? notice) => _state = new State(knowledge, notice);

    /// <summary>Changes what <see cref="Status"/> tells the operator.</summary>
    public void Notify(string? notice) => _state = _state with { Notice = notice };

    public override async ValueTask<SearchResult> SearchAsync(string question, int limit, CancellationToken cancellation)
    {
        var knowledge = _state.Knowledge;
        var (text, terms, reading) = knowledge.Read(question);
        var vector = knowledge.HasVectors ? await EmbedAsync(text, cancellation).ConfigureAwait(false) : default;
        return knowledge.Search(new Question(terms, vector, reading), limit);
    }

    public void Dispose()
    {
        _recent.Dispose();
        _embedder?.Dispose();
    }

    private async ValueTask<ReadOnlyMemory<float>> EmbedAsync(string text, CancellationToken cancellation)
    {
        if (_embedder is null || _profile is null)
            return default;
        if (_recent.TryGetValue(text, out ReadOnlyMemory<float> known))
            return known;
        var vector = await _embedder.GenerateVectorAsync(_profile.QuestionPrefix + text, cancellationToken: cancellation).ConfigureAwait(false);
        _recent.Set(text, vector, new MemoryCacheEntryOptions { Size = 1 });
        return vector;
    }

    private sealed record State(IndexedKnowledge Knowledge, string? Notice);
}
