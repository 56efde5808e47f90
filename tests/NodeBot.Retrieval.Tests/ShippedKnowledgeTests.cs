using NodeBot.Core.Retrieval;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Retrieval.Tests;

public sealed class ShippedKnowledgeTests : IDisposable
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.Load(Folders.Knowledge).Knowledge!;

    private readonly string _data = Folders.Temporary();

    [Fact]
    public void Vectors_and_calibration_are_complete_so_that_a_first_start_makes_none()
    {
        using var retrieval = Open();
        retrieval.NeedsEmbedding.ShouldBeFalse("Run: nodebot knowledge build knowledge");
        retrieval.Index.Status.Notice.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_question_finds_the_same_from_many_threads()
    {
        using var retrieval = Open();
        var alone = await retrieval.Index.SearchAsync("should I tell my provider?", 5, SearchScope.Everyone, default);
        var together = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(async () => await retrieval.Index.SearchAsync("should I tell my provider?", 5, SearchScope.Everyone, default))));
        foreach (var found in together)
            found.Hits.Select(hit => (hit.Passage.Id, hit.Score)).ShouldBe(alone.Hits.Select(hit => (hit.Passage.Id, hit.Score)));
    }

    [Theory]
    [InlineData("wat moet ik doen met een briev van een advocaat")]
    [InlineData("shuld I keep trafic loggs of my users?")]
    [InlineData("что делать, если пришло письмо от адвоката")]
    public async Task Typos_and_other_languages_are_answered(string question)
    {
        using var retrieval = Open();
        var found = await retrieval.Index.SearchAsync(question, 3, SearchScope.Everyone, default);
        found.AnswerProbability.ShouldBeGreaterThan(found.Threshold);
    }

    [Fact]
    public async Task The_question_that_is_offered_for_a_passage_finds_that_passage_first()
    {
        using var retrieval = Open();
        foreach (var passage in Knowledge.Passages.Where(passage => passage.Source == PassageSource.Guide))
        {
            var offered = passage.Facts[0].Questions[0];
            offered.Language.ShouldBe("en");
            var found = await retrieval.Index.SearchAsync(offered.Text, 1, SearchScope.Everyone, default);
            found.Hits[0].Passage.Id.ShouldBe(passage.Id, offered.Text);
            found.AnswerProbability.ShouldBeGreaterThan(found.Threshold, offered.Text);
        }
    }

    [Fact]
    public async Task A_saved_index_that_is_broken_is_made_anew()
    {
        Open().Dispose();
        var file = Directory.GetFiles(Path.Combine(_data, "index")).ShouldHaveSingleItem();
        await File.WriteAllBytesAsync(file, [1, 2, 3]);
        using var retrieval = Open();
        (await retrieval.Index.SearchAsync("should I keep logs", 1, SearchScope.Everyone, default)).Hits[0].Passage.Id.ShouldBe("guide/do-not-log/reasons");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_stops_nobody()
    {
        var file = Path.Combine(_data, "not-a-folder");
        await File.WriteAllTextAsync(file, "");
        using var retrieval = new KnowledgeRetrieval(Knowledge, new RetrievalOptions(Folders.Knowledge, file, new EmbedderOptions()));
        (await retrieval.Index.SearchAsync("should I keep logs", 1, SearchScope.Everyone, default)).Hits.ShouldNotBeEmpty();
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private KnowledgeRetrieval Open() => new(Knowledge, new RetrievalOptions(Folders.Knowledge, _data, new EmbedderOptions()));
}
