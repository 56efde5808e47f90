using NodeBot.Core.Conversation;

namespace NodeBot.Core.Tests.Complaints.Cases;

public sealed class CaseWalkTests
{
    private readonly TestCases _cases = new();

    [Fact]
    public async Task A_walk_asks_in_order_and_ends_in_a_checklist_with_letters_and_a_reminder()
    {
        var id = await _cases.StartAsync();
        TestCases.Text(await _cases.SayAsync($"/complaint resume {id}")).ShouldContain("question 1 of 3");
        TestCases.Text(await _cases.SayAsync($"/complaint step {id} answer deadline 4 December 2026")).ShouldContain("Where do you live?");
        TestCases.Text(await _cases.SayAsync($"/complaint step {id} answer country", value: "Deutschland")).ShouldContain("Is there anything to sign?");
        var result = await _cases.SayAsync($"/complaint step {id} answer sign no");
        var text = TestCases.Text(result);
        text.ShouldContain("4 December 2026, in 10 days");
        text.ShouldContain("☐ 1. Keep the letter.\n☐ 2. Answer in time.");
        text.ShouldNotContain("Do not sign it");
        result.Visibility.ShouldBe(Visibility.Private);
        result.Blocks.OfType<DisclaimerBlock>().Count().ShouldBe(1);
        result.Files.Single().Name.ShouldBe("deadline.ics");
        // Three days after the letter there is something to do, before the deadline comes near.
        (await _cases.Store.FindAsync("discord:1", id, default))!.RemindAt.ShouldBe(new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_branch_is_asked_only_where_it_is_reached_and_counts_no_more_when_the_way_changes()
    {
        var id = await _cases.StartAsync();
        await _cases.SayAsync($"/complaint step {id} skip deadline");
        await _cases.SayAsync($"/complaint step {id} skip country");
        var asked = await _cases.SayAsync($"/complaint step {id} answer sign yes");
        TestCases.Text(asked).ShouldContain("Stop: It asks you to sign");
        TestCases.Text(asked).ShouldContain("What is it called?");
        TestCases.Text(await _cases.SayAsync($"/complaint step {id} answer what Unterlassungserklärung")).ShouldContain("Unterlassungserklärung");
        await _cases.SayAsync($"/complaint step {id} change sign");
        var result = TestCases.Text(await _cases.SayAsync($"/complaint step {id} answer sign no"));
        result.ShouldNotContain("Unterlassungserklärung");
        result.ShouldNotContain("Stop:");
    }

    [Fact]
    public async Task A_red_flag_comes_with_the_helpers_of_the_country_and_is_shown_once_on_the_way()
    {
        var id = await _cases.StartAsync();
        var flagged = TestCases.Text(await _cases.SayAsync($"/complaint step {id} answer deadline 2026-11-25"));
        flagged.ShouldContain("Stop: Less than two days are left");
        TestCases.Text(await _cases.SayAsync($"/complaint step {id} answer country DE")).ShouldNotContain("Stop:");
        var result = TestCases.Text(await _cases.SayAsync($"/complaint step {id} answer sign no"));
        result.ShouldContain("Stop: Less than two days are left");
        result.ShouldContain("Helpers of DE");
        result.ShouldNotContain("Helpers of FR");
    }

    [Fact]
    public async Task Back_asks_the_question_before_again()
    {
        var id = await _cases.StartAsync();
        await _cases.SayAsync($"/complaint step {id} answer deadline 2026-12-04");
        var back = await _cases.SayAsync($"/complaint step {id} back");
        TestCases.Text(back).ShouldContain("Until when?");
        back.Actions.ShouldNotContain(action => action.Label == "Back");
    }

    [Theory]
    [InlineData("deadline", "soon", "is no date")]
    [InlineData("deadline", "1066-10-14", "more than ten years away")]
    [InlineData("deadline", "", "There is no answer in it")]
    [InlineData("country", "Narnia", "do not know a country")]
    public async Task A_wrong_answer_is_told_and_the_question_stays(string question, string answer, string problem)
    {
        var id = await _cases.StartAsync();
        if (question == "country")
            await _cases.SayAsync($"/complaint step {id} skip deadline");
        var writes = _cases.Records.Writes;
        var reply = await _cases.SayAsync($"/complaint step {id} answer {question}", value: answer);
        TestCases.Text(reply).ShouldContain(problem);
        reply.Form.ShouldNotBeNull();
        _cases.Records.Writes.ShouldBe(writes);
    }

    [Fact]
    public async Task The_same_press_twice_is_one()
    {
        var id = await _cases.StartAsync();
        await _cases.SayAsync($"/complaint step {id} answer deadline 2026-12-04");
        await _cases.SayAsync($"/complaint step {id} answer deadline 2026-12-04");
        await _cases.SayAsync($"/complaint step {id} skip country");
        await _cases.SayAsync($"/complaint step {id} answer sign no");
        await _cases.SayAsync($"/complaint step {id} tick 0 on");
        TestCases.Text(await _cases.SayAsync($"/complaint step {id} tick 0 on")).ShouldContain("☑ 1. Keep the letter.");
        (await _cases.Store.FindAsync("discord:1", id, default))!.Order.ShouldBe(["deadline", "country", "sign"]);
    }
}
