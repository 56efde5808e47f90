using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.Extensions.AI;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Retrieval.Tests.Embedding;

public sealed class OnnxEmbedderTests : IDisposable
{
    private readonly OnnxEmbedder _embedder = new(Folders.Model, concurrency: 2);

    public static TheoryData<int> References => [.. Enumerable.Range(0, Read().GetArrayLength())];

    [Theory]
    [MemberData(nameof(References))]
    public async Task Agrees_with_the_reference_in_token_ids_and_vector(int place)
    {
        var reference = Read()[place];
        var text = Text(reference);

        var ids = _embedder.Tokenize(text);
        ids.Count.ShouldBe(reference.GetProperty("tokenCount").GetInt32());
        Matches(ids, [.. reference.GetProperty("tokenIds").EnumerateArray()]).ShouldBeTrue(string.Join(' ', ids));
        var vector = await _embedder.GenerateVectorAsync(text);
        var expected = reference.GetProperty("vector").EnumerateArray().Select(v => v.GetSingle()).ToArray();
        TensorPrimitives.CosineSimilarity(vector.Span, expected).ShouldBeGreaterThanOrEqualTo(0.98f);
    }

    [Fact]
    public async Task Gives_unit_vectors_of_its_dimension_whatever_the_length_of_the_text()
    {
        foreach (var text in new[] { "a", new string('x', 5000), string.Join(' ', Enumerable.Repeat("word", 3000)) })
        {
            var vector = await _embedder.GenerateVectorAsync(text);
            vector.Length.ShouldBe(OnnxEmbedder.Profile.Dimension);
            TensorPrimitives.Norm(vector.Span).ShouldBe(1f, 1e-4f);
        }
    }

    [Fact]
    public async Task Gives_the_same_vectors_from_many_threads_as_from_one()
    {
        string[] texts = [.. Enumerable.Range(0, 16).Select(i => $"question number {i} about exit nodes")];
        var alone = new List<float[]>();
        foreach (var text in texts)
            alone.Add((await _embedder.GenerateVectorAsync(text)).ToArray());
        var together = await Task.WhenAll(texts.Select(text => Task.Run(async () => (await _embedder.GenerateVectorAsync(text)).ToArray())));
        for (var i = 0; i < texts.Length; i++)
            together[i].ShouldBe(alone[i]);
    }

    public void Dispose() => _embedder.Dispose();

    // A long text's ids are given as its first ones, "...", and its last ones.
    private static bool Matches(IReadOnlyList<int> ids, List<JsonElement> expected)
    {
        var gap = expected.FindIndex(id => id.ValueKind == JsonValueKind.String);
        var first = gap < 0 ? expected : expected[..gap];
        var last = gap < 0 ? [] : expected[(gap + 1)..];
        return ids.Take(first.Count).SequenceEqual(first.Select(id => id.GetInt32()))
            && ids.TakeLast(last.Count).SequenceEqual(last.Select(id => id.GetInt32()));
    }

    private static string Text(JsonElement reference)
    {
        var text = reference.GetProperty("repeat") is { ValueKind: JsonValueKind.Object } repeat
            ? string.Concat(Enumerable.Repeat(repeat.GetProperty("text").GetString(), repeat.GetProperty("times").GetInt32()))
            : reference.GetProperty("text").GetString()!;
        return reference.GetProperty("kind").GetString() == "query" ? OnnxEmbedder.Profile.QuestionPrefix + text : text;
    }

    private static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folders.Model, "reference.json")));
        var root = document.RootElement.Clone();
        return root.GetProperty("rows");
    }
}
