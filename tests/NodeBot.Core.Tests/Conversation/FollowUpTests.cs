using NodeBot.Core.Conversation;

namespace NodeBot.Core.Tests.Conversation;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("and in Germany?", true)]
    [InlineData("Und in Österreich?", true)]
    [InlineData("А в Польше?", true)]
    [InlineData("why?", true)]
    [InlineData("Since when?", true)]
    [InlineData("best pizza?", false)]
    [InlineData("?", false)]
    [InlineData("Should I keep logs?", false)]
    [InlineData("and should I tell my provider before I start the node?", false)]
    public void A_question_leans_on_the_one_before_when_it_says_too_little_alone(string question, bool leans) => FollowUp.LeansOnBefore(question).ShouldBe(leans);
}
