using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodeBot.Retrieval.Qdrant.Wire;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>
/// The calls of Qdrant's REST API that NodeBot needs, as seen on 1.16.3. Failures are results, never exceptions; a write that got
/// no answer or a 5xx may have been done all the same, so every write here can be repeated.
/// </summary>
/// <param name="http">With base address, key and resilience set up (<see cref="QdrantHttp"/>).</param>
internal sealed class QdrantClient(HttpClient http)
{
    // Until consensus of a cluster has made or switched a thing. Point writes take no timeout: 1.16.3 answers it with 400.
    private const int AdminSeconds = 60;

    private const int MaxMessage = 300;

    /// <summary>Marks a request that may be sent again.</summary>
    public static readonly HttpRequestOptionsKey<bool> Idempotent = new("idempotent");

    public async Task<QdrantResult<RootInfo>> RootAsync(CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, "");
        return await SendAsync(request, bytes => JsonSerializer.Deserialize(bytes, QdrantJson.Default.RootInfo), cancellation).ConfigureAwait(false);
    }

    /// <returns>Of a collection, or of the one behind an alias.</returns>
    public Task<QdrantResult<CollectionInfo>> CollectionAsync(string name, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Get, $"collections/{name}", QdrantJson.Default.EnvelopeCollectionInfo, cancellation);

    public Task<QdrantResult<CollectionList>> CollectionsAsync(CancellationToken cancellation) =>
        CallAsync(HttpMethod.Get, "collections", QdrantJson.Default.EnvelopeCollectionList, cancellation);

    public Task<QdrantResult<AliasList>> AliasesAsync(CancellationToken cancellation) =>
        CallAsync(HttpMethod.Get, "aliases", QdrantJson.Default.EnvelopeAliasList, cancellation);

    public Task<QdrantResult<bool>> CreateCollectionAsync(string name, CreateCollection body, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Put, $"collections/{name}?timeout={AdminSeconds}", body, QdrantJson.Default.CreateCollection, QdrantJson.Default.EnvelopeBool, cancellation);

    public Task<QdrantResult<bool>> PatchCollectionAsync(string name, PatchCollection body, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Patch, $"collections/{name}?timeout={AdminSeconds}", body, QdrantJson.Default.PatchCollection, QdrantJson.Default.EnvelopeBool, cancellation);

    public Task<QdrantResult<bool>> DeleteCollectionAsync(string name, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Delete, $"collections/{name}?timeout={AdminSeconds}", QdrantJson.Default.EnvelopeBool, cancellation);

    public Task<QdrantResult<bool>> PointAliasAsync(string alias, string collection, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, $"collections/aliases?timeout={AdminSeconds}", new AliasActions([new AliasAction(new CreateAlias(collection, alias))]), QdrantJson.Default.AliasActions, QdrantJson.Default.EnvelopeBool, cancellation);

    public Task<QdrantResult<UpdateResult>> CreateIndexAsync(string collection, CreateIndex body, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Put, $"collections/{collection}/index?wait=true", body, QdrantJson.Default.CreateIndex, QdrantJson.Default.EnvelopeUpdateResult, cancellation);

    public Task<QdrantResult<UpdateResult>> UpsertAsync(string collection, UpsertPoints body, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Put, $"collections/{collection}/points?wait=true", body, QdrantJson.Default.UpsertPoints, QdrantJson.Default.EnvelopeUpdateResult, cancellation);

    public Task<QdrantResult<UpdateResult>> DeleteAsync(string collection, DeletePoints body, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, $"collections/{collection}/points/delete?wait=true", body, QdrantJson.Default.DeletePoints, QdrantJson.Default.EnvelopeUpdateResult, cancellation);

    public Task<QdrantResult<QueryResult>> QueryAsync(string collection, QueryPoints body, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, $"collections/{collection}/points/query", body, QdrantJson.Default.QueryPoints, QdrantJson.Default.EnvelopeQueryResult, cancellation);

    public Task<QdrantResult<IReadOnlyList<FoundPoint>>> RetrieveAsync(string collection, RetrievePoints body, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, $"collections/{collection}/points", body, QdrantJson.Default.RetrievePoints, QdrantJson.Default.EnvelopeFoundPoints, cancellation);

    public Task<QdrantResult<ScrollResult>> ScrollAsync(string collection, ScrollPoints body, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, $"collections/{collection}/points/scroll", body, QdrantJson.Default.ScrollPoints, QdrantJson.Default.EnvelopeScrollResult, cancellation);

    public Task<QdrantResult<CountResult>> CountAsync(string collection, CountPoints body, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, $"collections/{collection}/points/count", body, QdrantJson.Default.CountPoints, QdrantJson.Default.EnvelopeCountResult, cancellation);

    private async Task<QdrantResult<T>> CallAsync<T>(HttpMethod method, string path, JsonTypeInfo<Envelope<T>> answer, CancellationToken cancellation)
    {
        using var request = Request(method, path);
        return await SendAsync(request, answer, cancellation).ConfigureAwait(false);
    }

    private async Task<QdrantResult<T>> CallAsync<TBody, T>(HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> type, JsonTypeInfo<Envelope<T>> answer, CancellationToken cancellation)
    {
        using var request = Request(method, path);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await SendAsync(request, answer, cancellation).ConfigureAwait(false);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        // All our writes name their points or collections, so that each may be sent twice.
        request.Options.Set(Idempotent, value: true);
        return request;
    }

    private Task<QdrantResult<T>> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<Envelope<T>> type, CancellationToken cancellation) => SendAsync(
        request,
        bytes => JsonSerializer.Deserialize(bytes, type) is { Status.ValueKind: JsonValueKind.String } envelope ? envelope.Result : default,
        cancellation);

    private async Task<QdrantResult<T>> SendAsync<T>(HttpRequestMessage request, Func<byte[], T?> read, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellation).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                return new(default, Failure((int)response.StatusCode, Encoding.UTF8.GetString(bytes)));
            return read(bytes) is { } value ? new(value, null) : NotQdrant<T>();
        }
        catch (JsonException)
        {
            return NotQdrant<T>();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var words = e is HttpRequestException { InnerException: { } inner } ? inner.Message : e.Message;
            return new(default, new QdrantFailure(QdrantFailureKind.Unreachable, OneLine(words)));
        }
    }

    private static QdrantResult<T> NotQdrant<T>() =>
        new(default, new QdrantFailure(QdrantFailureKind.NotQdrant, "the answer is not one of Qdrant's"));

    // An error body is JSON, plain text or empty.
    private static QdrantFailure Failure(int status, string text)
    {
        var (message, ours) = ErrorOf(text);
        var kind = status switch
        {
            401 => QdrantFailureKind.Unauthorized,
            403 => QdrantFailureKind.Forbidden,
            404 when ours => QdrantFailureKind.NotFound,
            404 => QdrantFailureKind.NotQdrant,
            409 => QdrantFailureKind.Conflict,
            429 => QdrantFailureKind.RateLimited,
            >= 500 => QdrantFailureKind.Unavailable,
            _ => ours ? QdrantFailureKind.Invalid : QdrantFailureKind.NotQdrant,
        };
        return new QdrantFailure(kind, message.Length > 0 ? OneLine(message) : $"status {status}");
    }

    private static (string Message, bool Qdrant) ErrorOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("status", out var status)
                && status.ValueKind == JsonValueKind.Object && status.TryGetProperty("error", out var error) && error.GetString() is { } message)
                return (message, true);
        }
        catch (JsonException)
        {
        }

        return (text, false);
    }

    private static string OneLine(string text)
    {
        text = text.ReplaceLineEndings(" ").Trim();
        return text.Length > MaxMessage ? text[..MaxMessage] + "…" : text;
    }
}
