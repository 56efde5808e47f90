using CsCheck;
using NodeBot.Core.Text;

namespace NodeBot.Core.Tests.Text;

public sealed class EditDistanceTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc"], 0, 7];

    [Theory]
    [InlineData("lawyer", "lawyer", 0)]
    [InlineData("lawyr", "lawyer", 1)]
    [InlineData("laywer", "lawyer", 1)]
    [InlineData("lwayre", "lawyer", 2)]
    [InlineData("docker", "lawyer", 3)]
    public void Counts_slips_up_to_the_limit(string a, string b, int expected) => EditDistance.Within(a, b, 2).ShouldBe(expected);

    [Fact]
    public void Is_the_same_both_ways() =>
        Gen.Select(Word, Word).Sample((a, b) => EditDistance.Within(a, b, 9) == EditDistance.Within(b, a, 9));

    [Fact]
    public void A_lower_limit_never_changes_a_distance_within_it() =>
        Gen.Select(Word, Word, Gen.Int[0, 4]).Sample((a, b, most) =>
            EditDistance.Within(a, b, most) == Math.Min(EditDistance.Within(a, b, 9), most + 1));
}
