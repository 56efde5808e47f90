using Microsoft.Extensions.AI;
using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Retrieval.Embedded;

/// <summary>The index in the process's own memory. When the knowledge or its vectors change, readers see the old state or the new one, whole.</summary>
internal sealed class EmbeddedKnowledgeIndex : KnowledgeIndex, IDisposable
{
    private readonly QuestionEmbedder _embedder;
    private volatile State _state;

    /// <param name="knowledge">The first state.</param>
    /// <param name="embedder">Embeds questions; stays the caller's to dispose. Null for words alone.</param>
    /// <param name="profile">The embedder's profile, once known.</param>
    /// <param name="notice">What the operator should know, or null.</param>
    public EmbeddedKnowledgeIndex(IndexedKnowledge knowledge, IEmbeddingGenerator<string, Embedding<float>>? embedder, EmbedderProfile? profile, string? notice)
    {
        _embedder = new QuestionEmbedder(embedder);
        _state = new State(knowledge, profile, notice);
    }

    public override IndexStatus Status
    {
        get
        {
            var state = _state;
            var profile = state.Knowledge.HasVectors ? state.Profile : null;
            var notice = _embedder.IsPaused ? "The embedder does not answer: search works on words alone until it does." : state.Notice;
            return new IndexStatus(state.Knowledge.PassageCount, profile?.Name, profile?.Dimension ?? 0, notice);
        }
    }

    /// <summary>The present state.</summary>
    public IndexedKnowledge Current => _state.Knowledge;

    /// <summary>Puts another state in the place of the present one; searches under way finish on the old one.</summary>
    public void Swap(IndexedKnowledge knowledge, EmbedderProfile? profile, string? notice) => _state = new State(knowledge, profile, notice);

    public override async ValueTask<SearchResult> SearchAsync(string question, int limit, SearchScope scope, CancellationToken cancellation)
    {
        var (knowledge, ready) = await ReadAsync(question, cancellation).ConfigureAwait(false);
        return knowledge.Search(ready, limit, scope);
    }

    /// <returns>The question made ready for search, and the state that it was read by.</returns>
    public async ValueTask<(IndexedKnowledge Knowledge, Question Question)> ReadAsync(string question, CancellationToken cancellation)
    {
        var (knowledge, profile, _) = _state;
        var (text, terms, reading) = knowledge.Read(question);
        var vector = knowledge.HasVectors && profile?.Knows(reading.Language) == true
            ? await _embedder.EmbedAsync(profile.QuestionPrefix + text, cancellation).ConfigureAwait(false)
            : default;
        return (knowledge, new Question(terms, vector, reading));
    }

    public void Dispose() => _embedder.Dispose();

    private sealed record State(IndexedKnowledge Knowledge, EmbedderProfile? Profile, string? Notice);
}
