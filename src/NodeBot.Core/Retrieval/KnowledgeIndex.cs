namespace NodeBot.Core.Retrieval;

/// <summary>Finds passages for a question. Safe to call from many threads at once.</summary>
public abstract class KnowledgeIndex
{
    /// <summary>What the index was made with and whether anything is missing; shown by readiness and <c>doctor</c>.</summary>
    public abstract IndexStatus Status { get; }

    /// <param name="question">The question as asked; at most a few thousand characters.</param>
    /// <param name="limit">How many passages to return at the most, 1 or more.</param>
    /// <param name="scope">Whose question it is: only passages that they may see are returned.</param>
    /// <param name="cancellation">Ends a running embedding.</param>
    /// <returns>Passages, best first, ties broken by id, and what the evidence check needs.</returns>
    public abstract ValueTask<SearchResult> SearchAsync(string question, int limit, SearchScope scope, CancellationToken cancellation);
}
