using NodeBot.Core.Evaluation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;
using NodeBot.Peers;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;
using NodeBot.Retrieval.Sparse;

namespace NodeBot.Benchmarks;

/// <summary>
/// Whose idf finds more by words alone where communities share a collection: ours, of the shipped knowledge, or the server's, of
/// the whole collection, whatever the filter. The other communities' texts are made of sentences of the shipped ones, some topics far more than others.
/// </summary>
internal static class IdfRun
{
    private const string Ours = "idf-ours";
    private const string Servers = "idf-server";

    public static async Task RunAsync()
    {
        await using var server = await QdrantServer.StartAsync();
        using var retrieval = ShippedIndex.Create();
        using var http = new QdrantHttp(new QdrantOptions { Url = server.Url.ToString() });
        using var raw = new HttpClient { BaseAddress = server.Url };
        foreach (var (name, modifier) in new[] { (Ours, ""), (Servers, "\"modifier\":\"idf\"") })
        {
            using var body = new StringContent("{\"vectors\":{},\"sparse_vectors\":{\"words\":{" + modifier + "}}}", System.Text.Encoding.UTF8, "application/json");
            (await raw.PutAsync($"collections/{name}", body)).EnsureSuccessStatusCode();
        }

        var set = EvaluationSet.Parse(await File.ReadAllTextAsync(Path.Combine(ShippedIndex.Folder, "evaluation", "tuning-a.json")));
        Console.WriteLine("| other communities' passages | idf | recall@1 | recall@3 |\n| --- | --- | --- | --- |");
        var written = 0;
        foreach (var noise in new[] { 0, 500, 5000 })
        {
            await FillAsync(http.Write, retrieval, written, noise);
            written = noise;
            foreach (var name in new[] { Ours, Servers })
                await MeasureAsync(http.Search, retrieval.Knowledge, set, name, noise);
        }
    }

    private static async Task FillAsync(QdrantClient client, Retrieval.KnowledgeRetrieval retrieval, int from, int to)
    {
        var points = new PointMaker(retrieval);
        var random = new Random(from + 1);
        var batch = from == 0 ? points.Shipped.Select(points.MakeShipped).Select(WordsOnly).ToList() : [];
        var texts = points.Shipped.SelectMany(passage => Sentences.Split(passage.Text).Select(range => passage.Text[range])).ToList();
        for (var i = from; i < to; i++)
        {
            // The square makes the first topics many times as frequent as the last.
            var text = string.Join(' ', Enumerable.Range(0, 4).Select(_ => texts[(int)(random.NextDouble() * random.NextDouble() * texts.Count)]));
            var passage = points.Shipped[0] with { Id = FormattableString.Invariant($"answer/noise/{i}"), Text = text, Title = "Noise", Community = "other", Facts = [], Keywords = [] };
            batch.Add(WordsOnly(PointMaker.Make(ScoreCardMaker.Make(passage, [], [], retrieval.Knowledge), [], 1)));
        }

        foreach (var name in new[] { Ours, Servers })
        {
            foreach (var chunk in batch.Chunk(500))
                await ChangeApplier.WriteAsync(client, name, new UpsertPoints(chunk, null), default);
        }
    }

    private static Point WordsOnly(Point point) => point with { Vector = point.Vector with { Dense = null } };

    private static async Task MeasureAsync(QdrantClient client, IndexedKnowledge knowledge, EvaluationSet set, string name, int noise)
    {
        int first = 0, three = 0;
        var filter = Filter.Where(Condition.Is("community", PointPayload.Everyone));
        foreach (var item in set.Answerable)
        {
            var terms = knowledge.Read(item.Q).Terms.Distinct(StringComparer.Ordinal);
            var words = SparseTerms.Vector(terms.Select(term => KeyValuePair.Create(TermHash.Of(term), name == Ours ? knowledge.Sparse.Idf(term) : 1f)));
            if (words.Indices.Length == 0)
                continue;
            var query = new QueryPoints([new Prefetch(new QueryVector(null, words), PointVectors.WordsName, 3, filter, null)], QdrantKnowledgeIndex.Fusion, filter, 3, ["id", "hash"]);
            var found = (await client.QueryAsync(name, query, default)).Value!.Points.Select(point => knowledge.Contents.Knowledge.Find(point.Payload!.Id)!).ToList();
            var at = found.FindIndex(passage => EvaluationSet.Holds(passage.Text, item.Evidence));
            first += at == 0 ? 1 : 0;
            three += at >= 0 ? 1 : 0;
        }

        Console.WriteLine(FormattableString.Invariant($"| {noise} | {(name == Ours ? "ours" : "the server's")} | {(double)first / set.Answerable.Count:P1} | {(double)three / set.Answerable.Count:P1} |"));
    }
}
