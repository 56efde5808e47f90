using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;

namespace NodeBot.Storage.Tests;

public sealed class FollowStoreTests(Databases databases)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_follow_is_kept_replaced_found_when_due_and_ended(bool postgres)
    {
        var database = await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default);
        var store = database.Follows;
        var changes = Follow("DE", FollowKind.Changes) with { Fields = "{\"Country\":\"DE\"}" };
        await store.PutAsync(changes, default);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => store.PutAsync(Follow("DE", i % 2 == 0 ? FollowKind.Week : FollowKind.Month), default))));
        await store.PutAsync(Follow("DE", FollowKind.Week), default);
        (await store.OfAsync("discord:1", default)).ShouldBe([changes, Follow("DE", FollowKind.Week)], ignoreOrder: true);

        (await store.DueAsync(Now.AddSeconds(-1), [], 10, default)).ShouldBeEmpty();
        (await store.DueAsync(Now, [changes.Hash], 10, default)).ShouldHaveSingleItem().Kind.ShouldBe(FollowKind.Week);
        (await store.DueAsync(Now, ["other"], 10, default)).Count.ShouldBe(2);

        (await store.RemoveAsync("discord:2", "11", "DE", default)).ShouldBe(0);
        (await store.RemoveAsync("discord:1", "11", "DE", default)).ShouldBe(2);
        await store.PutAsync(changes, default);
        await database.Communities.RemoveAsync("discord:1", default);
        (await store.OfAsync("discord:1", default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_became_of_a_post_is_noted_unless_it_was_ended_or_replaced(bool postgres)
    {
        var store = (await Database.OpenAsync(await databases.NewAsync(postgres), TimeProvider.System, default)).Follows;
        var before = Follow("DE", FollowKind.Week);
        var after = before with { Fields = "{}", EarlierHash = "a", PostedAt = Now, DueAt = Now.AddDays(7), NextAt = Now.AddDays(7) };
        await store.NoteAsync(before, after, default);
        (await store.OfAsync("discord:1", default)).ShouldBeEmpty();
        await store.PutAsync(before, default);
        await store.NoteAsync(before, after, default);
        (await store.OfAsync("discord:1", default)).ShouldBe([after]);
        await store.NoteAsync(before, before with { Failures = 9 }, default);
        (await store.OfAsync("discord:1", default)).ShouldBe([after]);
        await store.NoteAsync(after, after with { PostedAt = null, Fields = null }, default);
        (await store.OfAsync("discord:1", default)).Single().Fields.ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_report_is_open_until_its_own_community_closes_it(bool postgres)
    {
        var time = new SetTime();
        var store = (await Database.OpenAsync(await databases.NewAsync(postgres), time, default)).ChangeReports;
        var first = await store.AddAsync("discord:1", "DE", "one", default);
        var second = await store.AddAsync("discord:1", "AT", "two", default);
        second.ShouldBeGreaterThan(first);
        (await store.OpenAsync("discord:1", 10, default)).Select(report => (report.Country, report.Text, report.At)).ShouldBe([("DE", "one", time.GetUtcNow()), ("AT", "two", time.GetUtcNow())]);
        (await store.CloseAsync("discord:2", first, ReportState.Accepted, "discord:7", default)).ShouldBeFalse();
        (await store.CloseAsync("discord:1", first, ReportState.Accepted, "discord:7", default)).ShouldBeTrue();
        (await store.CloseAsync("discord:1", first, ReportState.Rejected, "discord:7", default)).ShouldBeFalse();
        (await store.OpenAsync("discord:1", 10, default)).ShouldHaveSingleItem().Id.ShouldBe(second);
    }

    private static Follow Follow(string country, FollowKind kind) => new("discord:1", Surface.Discord, "11", country, kind) { DueAt = Now, NextAt = Now };
}
