using CsCheck;
using NodeBot.Core.Jurisdictions;

namespace NodeBot.Core.Tests.Jurisdictions;

public sealed class CountryFinderTests
{
    private static readonly CountryFinder Finder = new(TestCountries.Knowledge());

    [Theory]
    [InlineData("DE", "DE")]
    [InlineData("de", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData(" the  GERMANY! ", "DE")]
    [InlineData("Germny", "DE")]
    [InlineData("Deutschlnad", "DE")]
    [InlineData("duits", "DE")]
    [InlineData("aleman", "DE")]
    [InlineData("Німеччина", "DE")]
    [InlineData("in Berlin", "DE")]
    [InlineData("Slovakia", "SK")]
    [InlineData("Unietd States", "US")]
    public void A_country_is_found_by_code_name_or_adjective_in_spite_of_slips(string text, string code) => Finder.Find(text).Code.ShouldBe(code);

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("")]
    [InlineData("xx")]
    [InlineData("D")]
    [InlineData("\uD800")]
    public void What_is_no_country_is_none(string text) => Finder.Find(text).ShouldSatisfyAllConditions(match => match.Code.ShouldBeNull(), match => match.Candidates.ShouldBeEmpty());

    [Fact]
    public void Where_a_slip_may_mean_two_countries_both_are_named() => Finder.Find("Austrlia").Candidates.ShouldBe(["AT", "AU"]);

    [Fact]
    public void Whatever_is_typed_is_never_an_error() => Gen.String.Sample(text => Finder.Find(text) is not null);
}
