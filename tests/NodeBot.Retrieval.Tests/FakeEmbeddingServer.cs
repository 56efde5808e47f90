using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NodeBot.Retrieval.Tests;

/// <summary>Speaks OpenAI's <c>/v1/embeddings</c> and Ollama's <c>/api/embed</c>: a vector counts the letters of its text.</summary>
internal sealed class FakeEmbeddingServer : IAsyncDisposable
{
    public const int Dimension = 26;

    private readonly WebApplication _app;

    private FakeEmbeddingServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<FakeEmbeddingServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/embeddings", async (HttpRequest request) => Results.Text(OpenAI((await JsonNode.ParseAsync(request.Body))!).ToJsonString(), "application/json"));
        app.MapPost("/api/embed", async (HttpRequest request) => Results.Text(Ollama((await JsonNode.ParseAsync(request.Body))!).ToJsonString(), "application/json"));
        await app.StartAsync();
        return new FakeEmbeddingServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static JsonObject OpenAI(JsonNode request)
    {
        // The client library asks for base64 of little-endian floats.
        var data = Texts(request).Select((text, i) =>
        {
            var bytes = new byte[Dimension * sizeof(float)];
            var vector = Vector(text);
            for (var d = 0; d < Dimension; d++)
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(d * sizeof(float)), vector[d]);
            return (JsonNode)new JsonObject { ["object"] = "embedding", ["index"] = i, ["embedding"] = Convert.ToBase64String(bytes) };
        });
        return new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. data]), ["model"] = "fake", ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 } };
    }

    private static JsonObject Ollama(JsonNode request)
    {
        var vectors = Texts(request).Select(text => (JsonNode)new JsonArray([.. Vector(text).Select(value => (JsonNode)JsonValue.Create(value))]));
        return new JsonObject { ["model"] = "fake", ["embeddings"] = new JsonArray([.. vectors]) };
    }

    private static IEnumerable<string> Texts(JsonNode request) =>
        request["input"] is JsonArray list ? list.Select(item => item!.GetValue<string>()) : [request["input"]!.GetValue<string>()];

    private static float[] Vector(string text)
    {
        var vector = new float[Dimension];
        foreach (var c in text.ToLower(CultureInfo.InvariantCulture).Where(char.IsAsciiLetterLower))
            vector[c - 'a']++;
        return vector;
    }
}
