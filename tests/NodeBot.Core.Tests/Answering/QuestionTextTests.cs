using CsCheck;
using NodeBot.Core.Answering;

namespace NodeBot.Core.Tests.Answering;

public sealed class QuestionTextTests
{
    [Fact]
    public void A_question_is_trimmed_and_put_on_one_line()
    {
        QuestionText.Read("  one\n two\tthree ", out var question).ShouldBeNull();
        question!.Value.ShouldBe("one  two three");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData(null, "empty")]
    [InlineData("a\u0007b", "control characters")]
    [InlineData("a\ud800b", "broken text")]
    public void Bad_text_is_refused_with_what_is_wrong(string? text, string expected)
    {
        QuestionText.Read(text, out var question).ShouldNotBeNull().ShouldContain(expected);
        question.ShouldBeNull();
    }

    [Fact]
    public void The_longest_question_is_read_and_a_longer_one_refused()
    {
        QuestionText.Read(new string('a', QuestionText.MaxLength), out _).ShouldBeNull();
        QuestionText.Read(new string('a', QuestionText.MaxLength + 1), out _).ShouldNotBeNull().ShouldContain("1000");
    }

    [Fact]
    public void Any_text_is_either_read_or_refused() =>
        Gen.String.Sample(text => (QuestionText.Read(text, out var question) is null) == (question is not null));
}
