using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Peers;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Embedding;
using NodeBot.Retrieval.Fitting;
using NodeBot.Retrieval.Dense;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;
using NodeBot.Retrieval.Text;

namespace NodeBot.Benchmarks;

/// <summary>The index in Qdrant beside the embedded one and beside bare calls of Qdrant, in one run, against a real server.</summary>
internal sealed class QdrantRun : IDisposable
{
    private const string Collection = "bench";
    private const int PointsPerRequest = 500;
    private const int Searches = 800;

    // Until the just-in-time compiler has settled: what is measured is a bot that runs for months.
    private const int WarmUp = 400;
    private const int RecallQueries = 200;
    private const int Shipped = 40;

    private static readonly int Dimension = OnnxEmbedder.Profile.Dimension;
    private static readonly TextAnalyzer Analyzer = new([]);

    private readonly MadeUpKnowledge _made = new(Dimension);
    private readonly QdrantServer _server;
    private readonly QdrantHttp _http;
    private readonly QdrantOptions _options;
    private readonly HttpClient _raw;
    private int _asked;

    private QdrantRun(QdrantServer server)
    {
        _server = server;
        _options = new QdrantOptions { Url = server.Url.ToString(), Collection = Collection, TimeoutMs = 10_000 };
        _http = new QdrantHttp(_options);
        _raw = new HttpClient { BaseAddress = server.Url };
    }

    public static async Task RunAsync(IEnumerable<int> sizes)
    {
        foreach (var size in sizes)
        {
            await using var server = await QdrantServer.StartAsync();
            using var run = new QdrantRun(server);
            await run.RunAsync(size);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _raw.Dispose();
    }

    private async Task RunAsync(int size)
    {
        Console.WriteLine(FormattableString.Invariant($"\n### {size:N0} passages\n"));
        var passages = Enumerable.Range(0, size).Select(_made.Passage).ToList();
        using var shipped = Index(passages.Take(Shipped));
        await IngestAsync(passages, shipped.Current);
        using var metrics = new RetrievalMetrics();
        using var index = new QdrantKnowledgeIndex(shipped, _http.Search, _options, metrics);

        Console.WriteLine("| search, milliseconds | p50 | p95 | p99 |\n| --- | --- | --- | --- |");
        await CompareWithRawAsync(index, shipped, fresh: false);
        await CompareWithRawAsync(index, shipped, fresh: true);
        await ThroughputAsync("Qdrant", index);
        await RecallAsync();
        Console.WriteLine(FormattableString.Invariant($"Qdrant: working set {_server.WorkingSet() / 1048576:N0} MB."));

        var clock = Stopwatch.GetTimestamp();
        using var embedded = Index(passages);
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        Console.WriteLine("\n| search, milliseconds | p50 | p95 | p99 |\n| --- | --- | --- | --- |");
        var times = new List<double>();
        for (var i = 0; i < Searches / 4; i++)
            times.Add(await TimeAsync(async () => await embedded.SearchAsync(_made.Question(_asked++), 8, SearchScope.Everyone, default)));
        Console.WriteLine(Figures.Row("embedded, new questions", times));
        await ThroughputAsync("embedded", embedded);
        Console.WriteLine(FormattableString.Invariant($"Embedded: built in {seconds:F0} s; working set of the process {Environment.WorkingSet / 1048576:N0} MB."));
    }

    private EmbeddedKnowledgeIndex Index(IEnumerable<Passage> passages)
    {
        var contents = new IndexContents(new KnowledgeBase([.. passages], [], []));
        var sparse = SparseSide.Build(contents, Analyzer);
        var store = new VectorStore("bench", Dimension);
        foreach (var (i, text) in contents.Texts.Index())
            store.Add(text, _made.Vector(i));
        var start = Calibrator.Start("bench");
        var knowledge = new IndexedKnowledge(contents, Analyzer, sparse, DenseSide.Build(contents, "", store), new CalibrationPair(start, start), new TypoCorrector(new Dictionary<string, int>(), new HashSet<string>()));
        return new EmbeddedKnowledgeIndex(knowledge, _made.Embedder(), OnnxEmbedder.Profile, null);
    }

    private async Task IngestAsync(List<Passage> passages, IndexedKnowledge knowledge)
    {
        var identity = new IndexIdentity(CollectionLayout.Schema, Collection, "bench", Dimension, "", 0, DateTimeOffset.UnixEpoch, IndexIdentity.Ready);
        var name = CollectionLayout.Name(identity);
        await CheckAsync(_http.Write.CreateCollectionAsync(name, CollectionLayout.Create(identity, _options), default));
        foreach (var field in CollectionLayout.PayloadIndexes)
            await CheckAsync(_http.Write.CreateIndexAsync(name, field, default));
        var clock = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(passages.Index().Chunk(PointsPerRequest), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (chunk, token) =>
            await CheckAsync(_http.Write.UpsertAsync(name, new UpsertPoints([.. chunk.Select(pair => Point(pair.Index, pair.Item, knowledge))], null), token)));
        var written = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        while ((await _http.Write.CollectionAsync(name, default)).Value?.Status != "green")
            await Task.Delay(200);
        var green = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        await CheckAsync(_http.Write.PointAliasAsync(Collection, name, default));
        Console.WriteLine(FormattableString.Invariant($"Written in {written:F1} s: {passages.Count / written:N0} passages a second. Graph built after {green:F1} s.\n"));
    }

    private Point Point(int i, Passage passage, IndexedKnowledge knowledge) =>
        PointMaker.Make(ScoreCardMaker.Make(passage, [], [_made.Vector(i)], knowledge), [], i + 1);

    // Pair by pair, so that both meet the same state of the machine. The bare calls send the same bytes and read the whole answer.
    private async Task CompareWithRawAsync(QdrantKnowledgeIndex index, EmbeddedKnowledgeIndex shipped, bool fresh)
    {
        var name = fresh ? "new questions" : "questions asked before";
        List<double> ours = [], raw = [], ratios = [];
        var questions = Enumerable.Range(0, WarmUp + Searches).Select(_ => _made.Question(_asked++)).ToList();
        foreach (var question in fresh ? [] : questions.Take(20))
            await index.SearchAsync(question, 8, SearchScope.Everyone, default);
        for (var i = 0; i < WarmUp + Searches; i++)
        {
            var question = fresh ? questions[i] : questions[i % 20];
            var (_, ready) = await shipped.ReadAsync(question, default);
            var body = JsonSerializer.SerializeToUtf8Bytes(QdrantKnowledgeIndex.Query(shipped.Current, ready, SearchScope.Everyone)!, QdrantJson.Default.QueryPoints);
            double ourTime = 0, rawTime = 0;
            // What comes first warms the server's cache for the other: they take turns.
            if (i % 2 == 0)
                rawTime = await TimeAsync(() => RawAsync(body, fresh));
            ourTime = await TimeAsync(async () => await index.SearchAsync(question, 8, SearchScope.Everyone, default));
            if (i % 2 == 1)
                rawTime = await TimeAsync(() => RawAsync(body, fresh));
            if (i < WarmUp)
                continue;
            ours.Add(ourTime);
            raw.Add(rawTime);
            ratios.Add(ourTime / rawTime);
        }

        Console.WriteLine(Figures.Row($"bare calls of Qdrant, {name}", raw));
        Console.WriteLine(Figures.Row($"index in Qdrant, {name}", ours));
        Console.WriteLine(Figures.Row($"ratio, pair by pair, {name}", ratios));
    }

    private async Task RawAsync(byte[] query, bool withPassages)
    {
        var found = await PostAsync($"collections/{Collection}/points/query", query);
        if (!withPassages)
            return;
        using var json = JsonDocument.Parse(found);
        var ids = json.RootElement.GetProperty("result").GetProperty("points").EnumerateArray().Select(point => point.GetProperty("id").GetGuid()).ToList();
        await PostAsync($"collections/{Collection}/points", JsonSerializer.SerializeToUtf8Bytes(new RetrievePoints(ids, QdrantKnowledgeIndex.CardFields), QdrantJson.Default.RetrievePoints));
    }

    private async Task<byte[]> PostAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await _raw.PostAsync(path, content);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private async Task ThroughputAsync(string name, KnowledgeIndex index)
    {
        Console.WriteLine($"\n| {name}, new questions | searches a second |\n| --- | --- |");
        foreach (var clients in new[] { 1, 8, 32 })
        {
            var questions = Enumerable.Range(0, 2000).Select(_ => _made.Question(_asked++)).ToList();
            var next = -1;
            var clock = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
            {
                while (Stopwatch.GetElapsedTime(clock).TotalSeconds < 5 && Interlocked.Increment(ref next) is var i && i < questions.Count)
                    await index.SearchAsync(questions[i], 8, SearchScope.Everyone, default);
            })));
            Console.WriteLine(FormattableString.Invariant($"| {clients} clients | {Math.Min(next + 1, questions.Count) / Stopwatch.GetElapsedTime(clock).TotalSeconds:N0} |"));
        }

        Console.WriteLine();
    }

    private async Task RecallAsync()
    {
        var filter = Filter.Where(Condition.Is("status", PointPayload.Approved));
        async Task<HashSet<Guid>> TopAsync(float[] vector, SearchParams how)
        {
            var query = new QueryPoints([new Prefetch(new QueryVector(vector, null), PointVectors.DenseName, 10, filter, how)], QdrantKnowledgeIndex.Fusion, filter, 10, ["id"]);
            return [.. (await CheckAsync(_http.Search.QueryAsync(Collection, query, default))).Points.Select(point => point.Id)];
        }

        List<(string Name, SearchParams How)> ways = [("as the index searches: rescored, oversampling 2", QdrantKnowledgeIndex.DenseParams), ("not rescored", new SearchParams(128, null, new QuantizationSearch(Rescore: false, Oversampling: 1)))];
        var hits = new int[ways.Count];
        for (var i = 0; i < RecallQueries; i++)
        {
            var vector = _made.Vector(-2_000_000 - i);
            var exact = await TopAsync(vector, new SearchParams(null, Exact: true, null));
            for (var w = 0; w < ways.Count; w++)
                hits[w] += exact.Intersect(await TopAsync(vector, ways[w].How)).Count();
        }

        for (var w = 0; w < ways.Count; w++)
            Console.WriteLine(FormattableString.Invariant($"Recall@10 of int8 against exact search, {ways[w].Name}: {hits[w] / (10.0 * RecallQueries):F4}."));
    }

    private static async Task<T> CheckAsync<T>(Task<QdrantResult<T>> call)
    {
        var result = await call;
        return result.Ok ? result.Value : throw new InvalidOperationException(result.Failure.Message);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
