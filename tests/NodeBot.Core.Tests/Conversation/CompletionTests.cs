using CsCheck;
using NodeBot.Core.Conversation;

namespace NodeBot.Core.Tests.Conversation;

public sealed class CompletionTests
{
    private static readonly OptionChoice[] Choices = [new("Do not log", "guide/do-not-log"), new("Logging and the law", "guide/law/logs"), new("Germany", "guide/rights/germany"), new("Register your IP", "guide/register"), new("The catalogue", "guide/catalogue")];

    [Theory]
    [InlineData("", "Do not log,Logging and the law,Germany,Register your IP,The catalogue")]
    [InlineData("ger", "Germany")]
    [InlineData("log", "Logging and the law,Do not log,The catalogue")]
    [InlineData("guide/rights", "Germany")]
    [InlineData("germny", "Germany")]
    [InlineData("regsiter ip", "Register your IP")]
    [InlineData("pizza", "")]
    public void What_begins_so_stands_first_and_slips_are_forgiven(string typed, string expected) =>
        string.Join(',', Completion.Nearest(Choices, typed).Select(choice => choice.Label)).ShouldBe(expected);

    [Fact]
    public void Never_more_than_25_and_never_an_error() =>
        Gen.String.Sample(typed => Completion.Nearest(Enumerable.Range(0, 40).Select(i => new OptionChoice($"Choice {i}", $"c{i}")), typed).Count <= 25);
}
