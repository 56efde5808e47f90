using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Tests.Answering;

/// <summary>An index that always finds the same.</summary>
internal sealed class FixedIndex(SearchResult result) : KnowledgeIndex
{
    public override IndexStatus Status => new(1, null, 0, null);

    public override ValueTask<SearchResult> SearchAsync(string question, int limit, SearchScope scope, CancellationToken cancellation) => ValueTask.FromResult(result);
}
