using NodeBot.Core.Feedback;

namespace NodeBot.Storage.Tests;

public sealed class FeedbackStoreTests(Databases databases)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_member_has_one_verdict_on_a_passage_and_the_last_counts(bool postgres)
    {
        var store = (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Feedback;
        await store.PutAsync(Entry("m1", Verdict.Helpful), default);
        await store.PutAsync(Entry("m1", Verdict.Unhelpful), default);
        await store.PutAsync(Entry("m2", Verdict.Unhelpful), default);
        await store.PutAsync(Entry("m3", Verdict.Country, "Austria"), default);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => store.PutAsync(Entry("m4", Verdict.Helpful), default))));
        (await store.CountAsync("discord:1", default)).ShouldBe(
        [
            new FeedbackCount("guide/x", Verdict.Unhelpful, null, 2), new FeedbackCount("guide/x", Verdict.Country, "Austria", 1), new FeedbackCount("guide/x", Verdict.Helpful, null, 1),
        ], ignoreOrder: true);
        (await store.CountAsync("discord:2", default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_year_it_is_gone(bool postgres)
    {
        var time = new SetTime();
        var store = (await Database.OpenAsync(await databases.NewAsync(postgres), time, default)).Feedback;
        await store.PutAsync(Entry("m1", Verdict.Helpful) with { Community = "discord:3" }, default);
        time.Advance(TimeSpan.FromDays(366));
        (await store.CountAsync("discord:3", default)).ShouldBeEmpty();
    }

    private static FeedbackEntry Entry(string member, Verdict verdict, string? country = null) => new("discord:1", member, "guide/x", verdict, country);
}
