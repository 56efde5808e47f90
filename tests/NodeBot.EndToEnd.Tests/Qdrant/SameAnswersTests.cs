using NodeBot.Core.Answering;
using NodeBot.Core.Evaluation;
using NodeBot.Core.Retrieval;

namespace NodeBot.EndToEnd.Tests.Qdrant;

public sealed class SameAnswersTests(SharedQdrant shared)
{
    [Fact]
    public async Task Answers_over_Qdrant_are_those_of_the_embedded_index()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        var embedded = new Answerer(shared.Knowledge, shared.Retrieval.Index);
        var qdrant = new Answerer(shared.Knowledge, index.Qdrant.Index);
        var set = EvaluationSet.Parse(await File.ReadAllTextAsync(Path.Combine(SharedQdrant.KnowledgeFolder, "evaluation", "held-out.json")));
        var different = new List<string>();
        foreach (var text in set.Answerable.Select(item => item.Q).Concat(set.Unanswerable))
        {
            QuestionText.Read(text, out var question);
            var one = await embedded.AnswerAsync(question!, SearchScope.Everyone, default);
            var other = await qdrant.AnswerAsync(question!, SearchScope.Everyone, default);
            if (one.Text != other.Text || !one.Citations.Select(citation => citation.Passage.Id).SequenceEqual(other.Citations.Select(citation => citation.Passage.Id)))
                different.Add(text);
        }

        index.Qdrant.Index.Status.Notice.ShouldBeNull();
        different.Count.ShouldBeLessThanOrEqualTo(1, string.Join('\n', different));
    }

    [Fact]
    public async Task The_same_question_always_finds_the_same_in_the_same_order()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        var first = await index.FindAsync("what should I know before I start");
        for (var i = 0; i < 30; i++)
            (await index.FindAsync("what should I know before I start")).ShouldBe(first);
    }

    [Fact]
    public async Task A_question_that_the_model_cannot_read_is_found_by_words()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        var embedded = await shared.Retrieval.Index.SearchAsync("нужно ли хранить логи трафика?", 3, SearchScope.Everyone, default);
        (await index.FindAsync("нужно ли хранить логи трафика?"))[0].ShouldBe(embedded.Hits[0].Passage.Id);
    }
}
