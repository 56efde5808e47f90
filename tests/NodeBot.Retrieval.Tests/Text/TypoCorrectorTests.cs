using NodeBot.Retrieval.Text;

namespace NodeBot.Retrieval.Tests.Text;

public sealed class TypoCorrectorTests
{
    private static readonly TypoCorrector Corrector = new(
        new Dictionary<string, int> { ["police"] = 9, ["policy"] = 2, ["abmahnung"] = 5, ["jurisdiction"] = 3, ["logs"] = 4 },
        new HashSet<string> { "polite" });

    [Theory]
    [InlineData("polcie", "police")]
    [InlineData("abmanung", "abmahnung")]
    [InlineData("jurisdicton", "jurisdiction")]
    [InlineData("policz", "police")] // Nearest of two: the more frequent.
    public void Corrects_what_nobody_knows(string word, string expected) => Corrector.Correct(word).ShouldBe(expected);

    [Theory]
    [InlineData("police")]
    [InlineData("polite")] // Right, though the knowledge does not use it.
    [InlineData("lgos")] // Too short to guess.
    [InlineData("docker")]
    [InlineData("512polic")]
    public void Leaves_the_rest_alone(string word) => Corrector.Correct(word).ShouldBe(word);
}
