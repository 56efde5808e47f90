using NodeBot.Core.Complaints.Cases;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Tests.Complaints.Cases;

public sealed class CaseRemindersTests
{
    private readonly TestCases _cases = new();
    private readonly Messenger _messenger = new();
    private readonly CaseReminders _reminders;

    public CaseRemindersTests() => _reminders = new CaseReminders(_cases.Desk, _cases.Replies, surface => surface == Surface.Discord ? _messenger : null);

    [Theory]
    [InlineData("tomorrow", "2026-11-25T09:00:00Z")]
    [InlineData("in 6 hours", "2026-11-24T16:00:00Z")]
    [InlineData("in 3 days", "2026-11-27T10:00:00Z")]
    [InlineData("2026-12-01", "2026-12-01T09:00:00Z")]
    public async Task It_comes_once_at_the_time_that_was_asked_for(string when, string at)
    {
        var id = await _cases.StartAsync();
        await _cases.SayAsync($"/complaint remind {id} {when}");
        var time = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        _cases.Time.SetUtcNow(time.AddSeconds(-1));
        await _reminders.SendDueAsync(default);
        _messenger.Sent.ShouldBeEmpty();
        _cases.Time.SetUtcNow(time);
        await _reminders.SendDueAsync(default);
        await _reminders.SendDueAsync(default);
        _messenger.Sent.Single().Member.ShouldBe("discord:1");
        TestCases.Text(_messenger.Sent.Single().Reply).ShouldContain("A law firm writes");
    }

    [Fact]
    public async Task Sent_again_after_a_crash_it_carries_the_same_key()
    {
        var id = await _cases.StartAsync();
        await _cases.SayAsync($"/complaint remind {id} in 1 hour");
        _cases.Time.Advance(TimeSpan.FromHours(1));
        _messenger.Dies = true;
        await Should.ThrowAsync<InvalidOperationException>(() => _reminders.SendDueAsync(default));
        _messenger.Dies = false;
        await _reminders.SendDueAsync(default);
        _messenger.Sent.Count.ShouldBe(2);
        _messenger.Sent.Select(sent => sent.Once).Distinct().Single().Length.ShouldBeLessThanOrEqualTo(25);
    }

    [Fact]
    public async Task Who_cannot_be_written_to_is_tried_again_for_a_day_and_no_longer()
    {
        var id = await _cases.StartAsync();
        await _cases.SayAsync($"/complaint remind {id} in 1 hour");
        _messenger.Fails = true;
        for (var hour = 0; hour < 40; hour++)
        {
            _cases.Time.Advance(TimeSpan.FromHours(1));
            await _reminders.SendDueAsync(default);
        }

        _messenger.Sent.Count.ShouldBe(25);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-11-23")]
    [InlineData("in 5000 days")]
    [InlineData("in -1 days")]
    public async Task A_time_that_cannot_be_is_told_with_what_can(string when)
    {
        var id = await _cases.StartAsync();
        TestCases.Text(await _cases.SayAsync($"/complaint remind {id} {when}")).ShouldContain("Write a date such as");
    }

    [Fact]
    public async Task Off_is_off_and_none_is_set_unasked_after_that()
    {
        var id = await _cases.StartAsync();
        await _cases.SayAsync($"/complaint remind {id} off");
        foreach (var question in new[] { "deadline", "country", "sign" })
            await _cases.SayAsync($"/complaint step {id} skip {question}");
        (await _cases.Store.FindAsync("discord:1", id, default))!.RemindAt.ShouldBeNull();
    }

    private sealed class Messenger : MemberMessenger
    {
        public List<(string Member, Reply Reply, string Once)> Sent { get; } = [];

        public bool Dies { get; set; }

        public bool Fails { get; set; }

        public override Task<string?> SendAsync(string member, Reply reply, string once, CancellationToken cancellation)
        {
            Sent.Add((member, reply, once));
            return Dies ? throw new InvalidOperationException("killed") : Task.FromResult(Fails ? "closed" : null);
        }
    }
}
