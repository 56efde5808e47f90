using NodeBot.Core.Conversation;

namespace NodeBot.Core.Tests.Complaints.Cases;

/// <summary>Only the member sees a case: each way in.</summary>
public sealed class CasePrivacyTests
{
    private readonly TestCases _cases = new();

    [Theory]
    [InlineData("/complaint resume {0}")]
    [InlineData("/complaint remind {0} tomorrow")]
    [InlineData("/complaint close {0}")]
    [InlineData("/complaint delete {0}")]
    [InlineData("/complaint step {0} show")]
    [InlineData("/complaint step {0} answer deadline 2026-12-01")]
    [InlineData("/complaint step {0} fill deadline")]
    [InlineData("/complaint step {0} skip deadline")]
    [InlineData("/complaint step {0} back")]
    [InlineData("/complaint step {0} change deadline")]
    [InlineData("/complaint step {0} confirm")]
    [InlineData("/complaint step {0} kind law_firm_demand")]
    [InlineData("/complaint step {0} kinds")]
    [InlineData("/complaint step {0} later")]
    [InlineData("/complaint step {0} code")]
    [InlineData("/complaint step {0} ticks")]
    [InlineData("/complaint step {0} tick 0 on")]
    [InlineData("/complaint step {0} answers")]
    [InlineData("/complaint step {0} remind")]
    [InlineData("/complaint step {0} close")]
    [InlineData("/complaint step {0} reopen")]
    [InlineData("/complaint step {0} delete")]
    public async Task Another_member_gets_nothing_and_changes_nothing(string way)
    {
        var id = await _cases.StartAsync();
        var before = await _cases.Store.FindAsync("discord:1", id, default);
        var reply = await _cases.SayAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, way, id), "discord:2");
        reply.Visibility.ShouldBe(Visibility.Private);
        TestCases.Text(reply).ShouldContain("There is no such case");
        reply.Form.ShouldBeNull();
        (await _cases.Store.FindAsync("discord:1", id, default))!.ChangeKey().ShouldBe(before!.ChangeKey());
        TestCases.Text(await _cases.SayAsync("/complaint list", "discord:2")).ShouldContain("You have no case");
    }

    [Theory]
    [InlineData("/complaint start")]
    [InlineData("/complaint start law_firm_demand")]
    [InlineData("/complaint list")]
    [InlineData("/complaint resume AAAAAAAA")]
    [InlineData("/complaint step AAAAAAAA show")]
    public async Task Who_has_no_name_is_told_where_to_go(string said) =>
        TestCases.Text(await _cases.SayAsync(said, member: null)).ShouldContain("I cannot tell here who you are");

    [Fact]
    public async Task A_code_brings_a_case_to_another_surface_once()
    {
        var id = await _cases.StartAsync();
        var saved = await _cases.SayAsync($"/complaint step {id} later");
        var resume = saved.Blocks.OfType<TextBlock>().Last().Text;
        TestCases.Text(await _cases.SayAsync(resume, "web:1")).ShouldContain("Until when?");
        TestCases.Text(await _cases.SayAsync(resume, "web:2")).ShouldContain("There is no such case");
        TestCases.Text(await _cases.SayAsync($"/complaint step {id} answer deadline 2026-12-01", "web:1")).ShouldContain("Where do you live?");
        TestCases.Text(await _cases.SayAsync($"/complaint resume {id}")).ShouldContain("Where do you live?");
    }

    [Fact]
    public async Task Closed_it_is_deleted_after_thirty_days_and_on_request_at_once()
    {
        var id = await _cases.StartAsync();
        var other = await _cases.StartAsync();
        await _cases.SayAsync($"/complaint close {id}");
        _cases.Time.Advance(TimeSpan.FromDays(29));
        (await _cases.Records.PurgeAsync(_cases.Time.GetUtcNow(), default)).ShouldBe(0);
        _cases.Time.Advance(TimeSpan.FromDays(1));
        (await _cases.Records.PurgeAsync(_cases.Time.GetUtcNow(), default)).ShouldBe(1);
        (await _cases.Store.FindAsync("discord:1", other, default)).ShouldNotBeNull();
        await _cases.SayAsync("/complaint delete all");
        (await _cases.Store.ListAsync("discord:1", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_that_nobody_confirms_is_gone_after_a_day()
    {
        await _cases.Desk.StartAsync("discord:1", "law_firm_demand", new NodeBot.Core.Complaints.Cases.LetterFields(), default);
        _cases.Time.Advance(TimeSpan.FromDays(1));
        (await _cases.Records.PurgeAsync(_cases.Time.GetUtcNow(), default)).ShouldBe(1);
    }
}
