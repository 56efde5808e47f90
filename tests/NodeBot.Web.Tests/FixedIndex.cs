using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Web.Tests;

/// <summary>Finds the first passage for every question, or fails.</summary>
internal sealed class FixedIndex(KnowledgeBase knowledge, string? notice, Exception? failure) : KnowledgeIndex
{
    public override IndexStatus Status => new(knowledge.Passages.Count, notice is null ? "model" : null, 3, notice);

    public override ValueTask<SearchResult> SearchAsync(string question, int limit, SearchScope scope, CancellationToken cancellation)
    {
        if (failure is not null)
            throw failure;
        PassageHit[] hits = [new(knowledge.Passages[0], 9, default, []), new(knowledge.Passages[1], 8.5, default, [])];
        return ValueTask.FromResult(new SearchResult(hits, new QuestionReading("en", [], false, null), new EvidenceSignals(), 0.9, 0.5));
    }
}
