using Microsoft.Extensions.Time.Testing;
using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;

namespace NodeBot.Core.Tests.Jurisdictions;

public sealed class JurisdictionPostsTests
{
    private static readonly Jurisdiction Before = TestCountries.Country("DE", "Germany");
    private static readonly Jurisdiction Now = Before with { Summary = "Something new.", AsOf = "2026-11" };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryFollows _follows = new();
    private readonly RecordingPoster _poster = new();

    [Fact]
    public async Task What_has_changed_is_posted_once_with_before_and_now()
    {
        await FollowAsync(FollowKind.Changes, Before);
        (await RunAsync(Before)).ShouldBe((0, 0));
        (await RunAsync(Now)).ShouldBe((1, 0));
        (await RunAsync(Now)).ShouldBe((0, 0));
        var text = Text(_poster.Posts.Single().Reply);
        text.ShouldContain("Before: Summary of Germany.");
        text.ShouldContain("Now: Something new.");
        text.ShouldNotContain("Letters of Germany");
    }

    [Fact]
    public async Task A_process_that_is_killed_after_posting_does_not_post_twice()
    {
        await FollowAsync(FollowKind.Changes, Before);
        await FollowAsync(FollowKind.Week, null);
        _follows.DiesBeforeNoting = true;
        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(Now));
        _follows.DiesBeforeNoting = false;
        await RunAsync(Now);
        (_poster.Posts.Count, _poster.Tries).ShouldBe((2, 3));
    }

    [Fact]
    public async Task An_old_version_beside_a_new_one_does_not_post_back()
    {
        await FollowAsync(FollowKind.Changes, Before);
        await RunAsync(Now);
        _time.Advance(TimeSpan.FromMinutes(1));
        (await RunAsync(Before)).ShouldBe((0, 0));
        _time.Advance(TimeSpan.FromMinutes(5));
        // Of the same date, but posted before within the hour.
        await RunAsync(Now with { Letters = "Other letters." });
        (await RunAsync(Now)).ShouldBe((0, 0));
        _time.Advance(TimeSpan.FromHours(1));
        _poster.Posts.Count.ShouldBe(2);
        await RunAsync(Now);
        _poster.Posts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Summaries_keep_their_weekday_and_hour_and_say_what_has_changed()
    {
        await FollowAsync(FollowKind.Week, null);
        (await RunAsync(Before)).ShouldBe((1, 0));
        Text(_poster.Posts[0].Reply).ShouldNotContain("Changed since");
        _time.Advance(TimeSpan.FromDays(6));
        (await RunAsync(Before)).ShouldBe((0, 0));
        // Away for two weeks: one summary, and the next on the old day.
        _time.Advance(TimeSpan.FromDays(12));
        (await RunAsync(Now)).ShouldBe((1, 0));
        Text(_poster.Posts[1].Reply).ShouldContain("Changed since the last summary");
        _follows.All.Single().NextAt.ShouldBe(new DateTimeOffset(2026, 12, 15, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task What_cannot_be_posted_is_tried_again_ever_later_under_the_same_key()
    {
        await FollowAsync(FollowKind.Month, null);
        _poster.Problem = "I may not write there.";
        (await RunAsync(Before)).ShouldBe((0, 1));
        (await RunAsync(Before)).ShouldBe((0, 0));
        _time.Advance(TimeSpan.FromMinutes(1));
        (await RunAsync(Before)).ShouldBe((0, 1));
        _follows.All.Single().Failures.ShouldBe(2);
        _poster.Problem = null;
        _time.Advance(TimeSpan.FromMinutes(2));
        (await RunAsync(Before)).ShouldBe((1, 0));
        (_follows.All.Single().Failures, _follows.All.Single().NextAt).ShouldBe((0, new DateTimeOffset(2026, 12, 24, 12, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Who_lost_the_lease_posts_nothing_more()
    {
        await FollowAsync(FollowKind.Week, null);
        (await RunAsync(Before, mayGoOn: false)).ShouldBe((0, 0));
        _poster.Tries.ShouldBe(0);
    }

    private Task FollowAsync(FollowKind kind, Jurisdiction? posted) => _follows.PutAsync(
        new Follow("discord:1", Surface.Discord, "11", "DE", kind) { Fields = posted is null ? null : JurisdictionFields.Write(posted), DueAt = _time.GetUtcNow(), NextAt = _time.GetUtcNow() },
        default);

    private Task<(int Posted, int Failed)> RunAsync(Jurisdiction entry, bool mayGoOn = true)
    {
        var knowledge = TestCountries.Knowledge(entry);
        return new JurisdictionPosts(new CountryFinder(knowledge), new JurisdictionReplies(knowledge), _ => _poster, _time).RunAsync(_follows, () => Task.FromResult(mayGoOn), default);
    }

    private static string Text(Reply reply) => string.Join('\n', reply.Blocks.Select(block => block.ToString()));
}
