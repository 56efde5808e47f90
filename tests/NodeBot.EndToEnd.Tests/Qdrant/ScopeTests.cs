namespace NodeBot.EndToEnd.Tests.Qdrant;

public sealed class ScopeTests(SharedQdrant shared)
{
    private const string Text = "The members of the lighthouse guild meet every Thursday at the blue lighthouse in Tallinn.";
    private const string Question = "where does the lighthouse guild meet?";

    [Fact]
    public async Task What_belongs_to_a_community_is_found_there_and_nowhere_else()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.Database.Passages.PutAsync(TestIndex.Passage("answer/lighthouse", Text, "guild-1"), default);
        await index.BuildAsync();
        (await index.FindAsync(Question, "guild-1"))[0].ShouldBe("answer/lighthouse");
        (await index.FindAsync(Question, "guild-2")).ShouldNotContain("answer/lighthouse");
        (await index.FindAsync(Question)).ShouldNotContain("answer/lighthouse");
    }

    [Fact]
    public async Task A_community_named_like_a_wildcard_sees_nothing_more()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.Database.Passages.PutAsync(TestIndex.Passage("answer/lighthouse", Text, "guild-1"), default);
        await index.BuildAsync();
        foreach (var name in new[] { "*", "", "guild-1\" or \"1", "guild" })
            (await index.FindAsync(Question, name)).ShouldNotContain("answer/lighthouse");
    }

    [Fact]
    public async Task Texts_of_another_community_do_not_move_the_scores_of_this_one()
    {
        using var index = await TestIndex.CreateAsync(shared);
        await index.BuildAsync();
        async Task<double> ScoreAsync() => (await index.Qdrant.Index.SearchAsync("should I keep traffic logs", 1, default, default)).Hits[0].Score;
        var before = await ScoreAsync();
        for (var i = 0; i < 20; i++)
            await index.Database.Passages.PutAsync(TestIndex.Passage($"answer/noise-{i}", $"Keep the traffic logs, traffic logs, traffic logs number {i}.", "guild-1"), default);
        (await index.Worker.TryRoundAsync(default)).ShouldBeTrue();
        (await index.FindAsync("keep the traffic logs number 3", "guild-1")).ShouldContain("answer/noise-3");
        (await ScoreAsync()).ShouldBe(before, 1e-9);
    }
}
