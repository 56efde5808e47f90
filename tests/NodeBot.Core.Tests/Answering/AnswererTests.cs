using NodeBot.Core.Answering;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Core.Tests.Answering;

public sealed class AnswererTests
{
    private static readonly Passage Long = Passage(
        "guide/a/long",
        "Do not log the traffic. " + string.Concat(Enumerable.Repeat("This sentence says nothing much about anything at all. ", 6)) + "Traffic analysis can harm you.",
        new Fact("Do not log", [new("should I log?", "en"), new("soll ich protokollieren?", "de")]),
        new Fact("Traffic analysis", [new("may I analyse traffic?", "en")])) with
    { TouchesLaw = true };

    private static readonly Passage Germany = Passage("guide/a/germany", "Germany: TMG 8.", new Fact("TMG 8", [new("german law?", "en")])) with { Country = "DE", TouchesLaw = true };
    private static readonly Passage Plain = Passage("guide/a/plain", "A node is a gateway.", new Fact("gateway", [new("what is a node?", "en")]));

    private static readonly Passage Note = Passage("note/a", "The TMG is gone.") with { Source = PassageSource.Note, About = ["guide/a/germany"], Confidence = Confidence.High };
    private static readonly Passage NarrowNote = Passage("note/b", "On analysis only.") with { Source = PassageSource.Note, About = ["guide/a/long"], Concerns = "Traffic analysis" };

    private static readonly KnowledgeBase Knowledge = new(
        [Long, Germany, Plain, Note, NarrowNote],
        [new NeighbouringTopic("earnings", "I hold no figures on earnings.", ["how much?"])],
        [new Alias("germany", AliasKind.Country, "DE", ["german"], []), new Alias("france", AliasKind.Country, "FR", ["french"], [])]);

    [Fact]
    public async Task Quotes_only_the_sentences_that_answer_and_word_for_word()
    {
        var answer = await AskAsync(Found(Hit(Long, 5, 0.9f, 0.2f)));
        answer.Kind.ShouldBe(AnswerKind.Quoted);
        answer.Citations.ShouldHaveSingleItem().Quote.ShouldBe("Do not log the traffic.");
        answer.Citations[0].IsPart.ShouldBeTrue();
    }

    [Fact]
    public async Task Marks_what_is_left_out_between_two_sentences()
    {
        var answer = await AskAsync(Found(Hit(Long, 5, 0.9f, 0.88f)));
        answer.Citations[0].Quote.ShouldBe("Do not log the traffic. […] Traffic analysis can harm you.");
    }

    [Fact]
    public async Task Declines_below_the_threshold_and_says_what_it_can_do()
    {
        var answer = await AskAsync(Found(Hit(Plain, 5, 1f)) with { AnswerProbability = 0.1, Reading = new QuestionReading("en", [], false, "earnings") });
        answer.Kind.ShouldBe(AnswerKind.Declined);
        answer.Text.ShouldBe("I hold no figures on earnings.");
        answer.Citations.ShouldBeEmpty();
        answer.Related.ShouldContain("what is a node?");
    }

    [Fact]
    public async Task Says_nothing_about_one_countrys_law_from_anothers()
    {
        var answer = await AskAsync(Found(Hit(Germany, 5, 1f)) with { Reading = new QuestionReading("en", ["FR"], false, null) });
        answer.Kind.ShouldBe(AnswerKind.Declined);
        answer.Text.ShouldContain("France");
    }

    [Theory]
    [InlineData("FR", true, AnswerKind.Declined)]
    [InlineData("FR", false, AnswerKind.Quoted)]
    [InlineData("DE", true, AnswerKind.Quoted)]
    public async Task Declines_a_question_for_the_law_of_a_country_that_it_knows_nothing_of(string country, bool asksForLaw, AnswerKind expected) =>
        (await AskAsync(Found(Hit(Plain, 5, 1f)) with { Reading = new("en", [country], asksForLaw, null) })).Kind.ShouldBe(expected);

    [Fact]
    public async Task Adds_the_notes_and_the_disclaimer_once_where_law_is_quoted()
    {
        var answer = await AskAsync(Found(Hit(Germany, 5, 1f)) with { Reading = new QuestionReading("en", ["DE"], false, null) });
        answer.Notes.ShouldHaveSingleItem().Id.ShouldBe("note/a");
        answer.Text.Split(Answer.Disclaimer).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Leaves_the_disclaimer_out_where_no_law_is_touched() =>
        (await AskAsync(Found(Hit(Plain, 5, 1f)))).Text.ShouldNotContain(Answer.Disclaimer);

    [Fact]
    public async Task Shows_a_note_on_some_words_only_where_they_are_quoted()
    {
        (await AskAsync(Found(Hit(Long, 5, 0.9f, 0.2f)))).Notes.ShouldBeEmpty();
        (await AskAsync(Found(Hit(Long, 5, 0.2f, 0.9f)))).Notes.ShouldHaveSingleItem().Id.ShouldBe("note/b");
    }

    [Fact]
    public async Task Offers_related_questions_in_the_readers_language()
    {
        var found = Found(Hit(Plain, 9, 1f), Hit(Long, 1, 0.9f, 0.2f));
        (await AskAsync(found)).Related.ShouldContain("should I log?");
        (await AskAsync(found with { Reading = new QuestionReading("de", [], false, null) })).Related.ShouldContain("soll ich protokollieren?");
    }

    [Fact]
    public async Task Finding_nothing_at_all_is_a_decline_with_questions_to_ask()
    {
        var answer = await AskAsync(Found());
        answer.Kind.ShouldBe(AnswerKind.Declined);
        answer.Text.ShouldNotBeEmpty();
        answer.Related.ShouldNotBeEmpty();
    }

    private static ValueTask<Answer> AskAsync(SearchResult found)
    {
        QuestionText.Read("any question", out var question).ShouldBeNull();
        return new Answerer(Knowledge, new FixedIndex(found)).AnswerAsync(question!, SearchScope.Everyone, TestContext.Current.CancellationToken);
    }

    private static SearchResult Found(params PassageHit[] hits) => new(hits, new QuestionReading("en", [], false, null), new EvidenceSignals(), 0.9, 0.5);

    private static PassageHit Hit(Passage passage, double score, params float[] facts) => new(passage, score, default, facts);

    private static Passage Passage(string id, string text, params Fact[] facts) => new()
    {
        Id = id,
        Source = PassageSource.Guide,
        Title = id,
        Section = "Section",
        Text = text,
        Language = "en",
        AsOf = "2024-12",
        Sources = [new SourceReference("s", "https://example.org/")],
        Facts = facts,
    };
}
