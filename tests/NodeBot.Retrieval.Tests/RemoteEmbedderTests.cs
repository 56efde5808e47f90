using NodeBot.Core.Retrieval;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Retrieval.Tests;

/// <summary>Embedders elsewhere, spoken to by their own client libraries over HTTP on this machine.</summary>
public sealed class RemoteEmbedderTests : IAsyncLifetime
{
    private readonly string _folder = Folders.Temporary();
    private FakeEmbeddingServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeEmbeddingServer.StartAsync();
        Directory.CreateDirectory(Path.Combine(_folder, "evaluation"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "evaluation", "tuning.json"), """
            {"answerable": [{"q": "may I log", "evidence": ["Do not log"]}, {"q": "need a firm?", "evidence": ["separate company"]},
              {"q": "keep logs of traffic", "evidence": ["Do not log"]}, {"q": "company for node", "evidence": ["separate company"]},
              {"q": "logging traffic", "evidence": ["Do not log"]}],
             "unanswerable": ["price of bread", "weather", "best pizza", "who won", "tell a joke"]}
            """);
    }

    [Theory]
    [InlineData(EmbedderKind.OpenAI, "/v1")]
    [InlineData(EmbedderKind.Ollama, "")]
    public async Task Vectors_are_made_with_progress_and_kept_for_the_next_start(EmbedderKind kind, string path)
    {
        var options = Options(kind, path);
        var seen = new Recorder();
        using (var first = new KnowledgeRetrieval(Knowledge(), options))
        {
            first.NeedsEmbedding.ShouldBeTrue();
            first.Index.Status.Notice.ShouldNotBeNull().ShouldContain("words alone");
            (await first.Index.SearchAsync("should I log", 1, SearchScope.Everyone, default)).Hits[0].Passage.Id.ShouldBe("guide/a/log");
            await first.EmbedMissingAsync(seen, default);
            first.Index.Status.ShouldSatisfyAllConditions(
                status => status.Embedder.ShouldBe($"{kind}-fake".ToLowerInvariant()),
                status => status.Dimension.ShouldBe(FakeEmbeddingServer.Dimension),
                status => status.Notice.ShouldBeNull());
            (await first.Index.SearchAsync("should I log", 1, SearchScope.Everyone, default)).Hits[0].Passage.Id.ShouldBe("guide/a/log");
        }

        seen.Last.Done.ShouldBe(seen.Last.Total);
        seen.Last.Total.ShouldBeGreaterThan(0);
        using var second = new KnowledgeRetrieval(Knowledge(), options);
        second.NeedsEmbedding.ShouldBeFalse();
        second.Index.Status.Dimension.ShouldBe(FakeEmbeddingServer.Dimension);
    }

    [Fact]
    public async Task A_service_that_is_gone_leaves_the_answers_of_words_and_a_notice()
    {
        using var retrieval = new KnowledgeRetrieval(Knowledge(), Options(EmbedderKind.OpenAI, "/v1"));
        await retrieval.EmbedMissingAsync(null, default);
        await _server.DisposeAsync();
        var found = await retrieval.Index.SearchAsync("a question that was never asked: may I log?", 1, SearchScope.Everyone, default);
        found.Hits[0].Passage.Id.ShouldBe("guide/a/log");
        retrieval.Index.Status.Notice.ShouldNotBeNull().ShouldContain("does not answer");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private RetrievalOptions Options(EmbedderKind kind, string path) => new(
        _folder,
        Path.Combine(_folder, "data"),
        new EmbedderOptions { Kind = kind, Model = "fake", Endpoint = new Uri(_server.Address, path) });

    private static KnowledgeBase Knowledge() => new(
        [
            Passage("guide/a/log", "Do not log the traffic.", "should I log?", "may I keep logs of the traffic?"),
            Passage("guide/a/company", "Set up a separate company.", "do I need a company?", "firm or private person?"),
        ],
        [new NeighbouringTopic("misc", "I do not know.", ["what does bread cost", "how is the weather"])],
        []);

    private static Passage Passage(string id, string text, params string[] questions) => new()
    {
        Id = id,
        Source = PassageSource.Guide,
        Title = text,
        Section = "A",
        Text = text,
        Language = "en",
        AsOf = "2024",
        Sources = [new SourceReference("s", null)],
        Facts = [new Fact(text[..8], [.. questions.Select(question => new AnticipatedQuestion(question, "en"))])],
    };

    private sealed class Recorder : IProgress<EmbeddingProgress>
    {
        public EmbeddingProgress Last { get; private set; }

        public void Report(EmbeddingProgress value) => Last = value;
    }
}
