using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using NodeBot.Peers;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.EndToEnd.Tests.Qdrant;

/// <summary>Our requests are those that Qdrant's own client sends for the same operations.</summary>
public sealed class OfficialClientTests
{
    private const string Package = "@qdrant/js-client-rest@1.19.0";

    // The same operations as OursAsync, as the official client's documentation writes them.
    private const string Script = """
        const { QdrantClient } = require('@qdrant/js-client-rest');
        const client = new QdrantClient({ url: process.argv[1], apiKey: 'k', checkCompatibility: false });
        const filter = { must: [{ key: 'status', match: { value: 'approved' } }, { key: 'community', match: { any: ['*', 'guild'] } }] };
        const id = '11111111-1111-5111-8111-111111111111';
        const prefetch = [
          { query: [0.5, 0.25], using: 'dense', limit: 32, filter, params: { hnsw_ef: 128, quantization: { rescore: true, oversampling: 2 } } },
          { query: { indices: [7], values: [1.5] }, using: 'words', limit: 32, filter }];
        const operations = [
          () => client.getCollections(),
          () => client.getAliases(),
          () => client.getCollection('c'),
          () => client.createPayloadIndex('c', { wait: true, field_name: 'community', field_schema: 'keyword' }),
          () => client.upsert('c', { wait: true, points: [{ id, vector: { dense: [[0.5, 0.25]], words: { indices: [7], values: [1.5] } }, payload: { id: 'answer/x', hash: 'h', version: 3, status: 'approved' } }],
            update_filter: { must: [{ key: 'version', range: { lt: 3 } }] } }),
          () => client.delete('c', { wait: true, filter: { must: [{ has_id: [id] }] } }),
          () => client.query('c', { prefetch, query: { rrf: { k: 60 } }, filter, limit: 32, with_payload: ['id', 'hash'] }),
          () => client.retrieve('c', { ids: [id], with_payload: ['id', 'card'] }),
          () => client.scroll('c', { limit: 10, offset: id, filter, with_payload: ['id'] }),
          () => client.count('c', { filter, exact: true }),
          () => client.updateCollectionAliases({ actions: [{ create_alias: { collection_name: 'c', alias_name: 'a' } }] }),
          () => client.deleteCollection('c'),
        ];
        (async () => { for (const operation of operations) { try { await operation(); } catch (e) { if (process.env.SHOW) console.error(e); } } })();
        """;

    // What is rightly ours alone: the official client sends defaults that the server has anyway, and its own time limits.
    private static readonly HashSet<string> Defaults = ["timeout", "ordering", "with_vector"];

    [Fact]
    public async Task Requests_are_those_of_the_official_client()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        using var theirs = new Recorder();
        await RunScriptAsync(theirs.Url);
        using var ours = new Recorder();
        await OursAsync(ours.Url);

        ours.Requests.Count.ShouldBe(12);
        theirs.Requests.Count.ShouldBe(12);
        foreach (var (one, other) in ours.Requests.Zip(theirs.Requests))
        {
            one.Line.ShouldBe(other.Line);
            one.Key.ShouldBe("k");
            JsonNode.DeepEquals(one.Body, other.Body).ShouldBeTrue($"{one.Line}\nours:   {one.Body}\ntheirs: {other.Body}");
        }
    }

    private static async Task OursAsync(Uri url)
    {
        using var http = new QdrantHttp(new QdrantOptions { Url = url.ToString(), ApiKey = "k" });
        var client = http.Write;
        var filter = Filter.Where(Condition.Is("status", "approved"), Condition.IsAny("community", "*", "guild"));
        var id = new Guid("11111111-1111-5111-8111-111111111111");
        float[] vector = [0.5f, 0.25f];
        var words = new SparseVector([7], [1.5f]);
        List<Prefetch> prefetch =
        [
            new(new QueryVector(vector, null), "dense", 32, filter, new SearchParams(128, null, new QuantizationSearch(Rescore: true, 2))),
            new(new QueryVector(null, words), "words", 32, filter, null),
        ];
        var payload = new PointPayload("answer/x", "h", 3, "approved", null, null, null, null, null, null, null, null);
        await client.CollectionsAsync(default);
        await client.AliasesAsync(default);
        await client.CollectionAsync("c", default);
        await client.CreateIndexAsync("c", new CreateIndex("community", "keyword"), default);
        await client.UpsertAsync("c", new UpsertPoints([new Point(id, new PointVectors([vector], words), payload)], Filter.Where(Condition.LessThan("version", 3))), default);
        await client.DeleteAsync("c", new DeletePoints(Filter.Where(Condition.IdIn(id))), default);
        await client.QueryAsync("c", new QueryPoints(prefetch, new RrfQuery(new RrfParams(60)), filter, 32, ["id", "hash"]), default);
        await client.RetrieveAsync("c", new RetrievePoints([id], ["id", "card"]), default);
        await client.ScrollAsync("c", new ScrollPoints(10, id, filter, ["id"]), default);
        await client.CountAsync("c", new CountPoints(filter, Exact: true), default);
        await client.PointAliasAsync("a", "c", default);
        await client.DeleteCollectionAsync("c", default);
    }

    private static async Task RunScriptAsync(Uri url)
    {
        var folder = await NpmPackage.FetchAsync(Package);
        var start = new ProcessStartInfo("node", ["-e", Script, "--", url.ToString()]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, error);
    }

    /// <summary>Answers every request with an empty result and keeps it.</summary>
    private sealed class Recorder : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Recorder()
        {
            Url = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
            _listener.Prefixes.Add(Url.ToString());
            _listener.Start();
            _ = ListenAsync();
        }

        public Uri Url { get; }

        public List<(string Line, string? Key, JsonNode? Body)> Requests { get; } = [];

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            while (_listener.IsListening)
            {
                HttpListenerContext context;
                try
                {
                    context = await _listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                using var reader = new StreamReader(context.Request.InputStream);
                var body = await reader.ReadToEndAsync();
                Requests.Add((Line(context.Request), context.Request.Headers["api-key"], body.Length == 0 ? null : Without(JsonNode.Parse(body)!)));
                var answer = "{\"result\":{},\"status\":\"ok\",\"time\":0}"u8.ToArray();
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(answer);
                context.Response.Close();
            }
        }

        private static string Line(HttpListenerRequest request)
        {
            var query = request.Url!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !Defaults.Contains(pair.Split('=')[0]));
            return $"{request.HttpMethod} {request.Url.AbsolutePath}?{string.Join('&', query)}";
        }

        private static JsonNode Without(JsonNode body)
        {
            if (body is JsonObject fields)
            {
                foreach (var name in Defaults)
                    fields.Remove(name);
            }

            return body;
        }
    }
}
