using NodeBot.Core.Retrieval;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Qdrant.Wire;
using NodeBot.Retrieval.Sparse;
using Polly;
using Polly.CircuitBreaker;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>
/// The index in Qdrant. Qdrant finds the candidates, by vectors and words in one query; they are then scored exactly, by the same
/// code as in the embedded index, so that both give the same answers. When Qdrant does not answer, the embedded copy of the
/// shipped knowledge does.
/// </summary>
internal sealed class QdrantKnowledgeIndex : KnowledgeIndex, IDisposable
{
    /// <summary>Length of each of the two lists that are fused, and of the fused one.</summary>
    public const int Candidates = 96;

    /// <summary>RRF with the constant that its authors used (Cormack, Clarke and Büttcher 2009).</summary>
    public static readonly RrfQuery Fusion = new(new RrfParams(60));

    // Search width and oversampling of the rounded vectors; recall against exact search is in docs/benchmarks.md.
    public static readonly SearchParams DenseParams = new(HnswEf: 128, Exact: null, new QuantizationSearch(Rescore: true, Oversampling: 2.0));

    // Passages that were read from Qdrant and are kept ready for scoring: 2,000 with one text of 60 words each are about 20 MB.
    private const int CachedCards = 2000;

    /// <summary>What is read of a passage that is not on the shelf.</summary>
    public static readonly IReadOnlyList<string> CardFields = ["id", "hash", "version", "status", "passage", "card"];

    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(30);

    private readonly EmbeddedKnowledgeIndex _embedded;
    private readonly QdrantClient _client;
    private readonly QdrantOptions _options;
    private readonly RetrievalMetrics _metrics;
    private readonly ResiliencePipeline<QdrantResult<IReadOnlyList<ScoreCard>>> _breaker;
    private readonly Lock _swap = new();
    private volatile CardShelf? _shelf;
    private volatile QdrantFailure? _failure;

    public QdrantKnowledgeIndex(EmbeddedKnowledgeIndex embedded, QdrantClient client, QdrantOptions options, RetrievalMetrics metrics)
    {
        _embedded = embedded;
        _client = client;
        _options = options;
        _metrics = metrics;
        _breaker = new ResiliencePipelineBuilder<QdrantResult<IReadOnlyList<ScoreCard>>>()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<QdrantResult<IReadOnlyList<ScoreCard>>>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is null && !arguments.Outcome.Result.Ok),
                FailureRatio = 0.5,
                MinimumThroughput = 3,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDurationGenerator = arguments => ValueTask.FromResult(Break(arguments.HalfOpenAttempts)),
            })
            .Build();
        metrics.ObserveDegraded(() => _failure is not null);
    }

    public override IndexStatus Status => _failure is { } failure
        ? _embedded.Status with { Notice = Notice(failure) }
        : _embedded.Status;

    public override async ValueTask<SearchResult> SearchAsync(string question, int limit, SearchScope scope, CancellationToken cancellation)
    {
        var (knowledge, ready) = await _embedded.ReadAsync(question, cancellation).ConfigureAwait(false);
        var found = await CandidatesAsync(knowledge, ready, scope, cancellation).ConfigureAwait(false);
        if (found.Ok)
            return knowledge.Search(ready, found.Value, limit);
        _metrics.CountFallback();
        return knowledge.Search(ready, limit, scope);
    }

    /// <summary>Says at start that Qdrant is out of reach, before a question has met it.</summary>
    public void Degrade(QdrantFailure failure) => _failure = failure;

    public void Dispose() => _shelf?.Dispose();

    private async Task<QdrantResult<IReadOnlyList<ScoreCard>>> CandidatesAsync(IndexedKnowledge knowledge, Question question, SearchScope scope, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        var outcome = await _breaker.ExecuteOutcomeAsync(
            static async (context, state) => Outcome.FromResult(await state.Index.FindInTimeAsync(state.Knowledge, state.Question, state.Scope, context.CancellationToken).ConfigureAwait(false)),
            context,
            (Index: this, Knowledge: knowledge, Question: question, Scope: scope)).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);
        cancellation.ThrowIfCancellationRequested();
        // An open breaker keeps the failure that opened it.
        if (outcome.Exception is not null)
            return new(null, _failure ?? new QdrantFailure(QdrantFailureKind.Unreachable, outcome.Exception.Message));
        _failure = outcome.Result.Failure;
        return outcome.Result;
    }

    private async Task<QdrantResult<IReadOnlyList<ScoreCard>>> FindInTimeAsync(IndexedKnowledge knowledge, Question question, SearchScope scope, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(_options.TimeoutMs);
        try
        {
            return await FindAsync(knowledge, question, scope, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Either the deadline, which is a failure, or the caller, who is told afterwards.
            return new(null, new QdrantFailure(QdrantFailureKind.Unreachable, $"no answer in {_options.TimeoutMs} ms"));
        }
    }

    private async Task<QdrantResult<IReadOnlyList<ScoreCard>>> FindAsync(IndexedKnowledge knowledge, Question question, SearchScope scope, CancellationToken cancellation)
    {
        if (Query(knowledge, question, scope) is not { } query)
            return new([], null);
        var found = await _client.QueryAsync(_options.Collection, query, cancellation).ConfigureAwait(false);
        if (!found.Ok)
            return new(null, found.Failure);
        if (found.Value.Points.Count == 0 && question.Vector.Length > 0)
            return new(null, new QdrantFailure(QdrantFailureKind.NotFound, "the index is empty"));
        return await CardsAsync(Shelf(knowledge), found.Value.Points, scope, cancellation).ConfigureAwait(false);
    }

    /// <returns>The hybrid query; null when there is nothing to search by.</returns>
    internal static QueryPoints? Query(IndexedKnowledge knowledge, Question question, SearchScope scope)
    {
        var filter = Filter.Where(
            Condition.Is("status", PointPayload.Approved),
            scope.Community is { } community ? Condition.IsAny("community", PointPayload.Everyone, community) : Condition.Is("community", PointPayload.Everyone));
        var branches = new List<Prefetch>();
        if (question.Vector.Length > 0)
            branches.Add(new Prefetch(new QueryVector(question.Vector, null), PointVectors.DenseName, Candidates, filter, DenseParams));
        // Our own idf: the server's counts other communities' texts, and differs from shard to shard.
        var terms = question.Terms.Distinct(StringComparer.Ordinal).Select(term => KeyValuePair.Create(TermHash.Of(term), knowledge.Sparse.Idf(term)));
        if (SparseTerms.Vector(terms) is { Indices.Length: > 0 } words)
            branches.Add(new Prefetch(new QueryVector(null, words), PointVectors.WordsName, Candidates, filter, null));
        return branches.Count == 0 ? null : new QueryPoints(branches, Fusion, filter, Candidates, ["id", "hash"]);
    }

    private async Task<QdrantResult<IReadOnlyList<ScoreCard>>> CardsAsync(CardShelf shelf, IReadOnlyList<Candidate> points, SearchScope scope, CancellationToken cancellation)
    {
        var cards = new List<ScoreCard>(points.Count);
        var missing = new List<Guid>();
        foreach (var point in points)
        {
            if (point.Payload is { } payload && shelf.Find(payload.Id, payload.Hash) is { } card)
                cards.Add(card);
            else
                missing.Add(point.Id);
        }

        if (missing.Count > 0)
        {
            var read = await _client.RetrieveAsync(_options.Collection, new RetrievePoints(missing, CardFields), cancellation).ConfigureAwait(false);
            if (!read.Ok)
                return new(null, read.Failure);
            cards.AddRange(read.Value.Select(shelf.Add).OfType<ScoreCard>());
        }

        // What was read a moment after the query may have changed since: it is checked here, whatever the filter said.
        return new([.. cards.Where(card => scope.Shows(card.Passage.Community)).OrderBy(card => card.Passage.Id, StringComparer.Ordinal)], null);
    }

    private CardShelf Shelf(IndexedKnowledge knowledge)
    {
        if (_shelf is { } shelf && ReferenceEquals(shelf.Knowledge, knowledge))
            return shelf;
        lock (_swap)
        {
            if (_shelf is null || !ReferenceEquals(_shelf.Knowledge, knowledge))
                _shelf = new CardShelf(knowledge, CachedCards);
            return _shelf;
        }
    }

    private static TimeSpan Break(int attempts)
    {
        var pause = FirstBreak * Math.Pow(2, Math.Min(attempts, 10));
        return pause < LongestBreak ? pause : LongestBreak;
    }

    private static string Notice(QdrantFailure failure) => failure.Kind switch
    {
        QdrantFailureKind.NotFound => $"The index in Qdrant cannot be used ({failure.Message}): answers come from the shipped knowledge alone. Run: nodebot reindex",
        QdrantFailureKind.Unauthorized or QdrantFailureKind.Forbidden => "Qdrant does not accept the key: answers come from the shipped knowledge alone. Check NodeBot:Qdrant:ApiKey.",
        _ => $"Qdrant does not answer ({failure.Message}): answers come from the shipped knowledge alone until it does.",
    };
}
