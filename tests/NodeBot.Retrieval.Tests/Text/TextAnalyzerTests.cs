using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Text;

namespace NodeBot.Retrieval.Tests.Text;

public sealed class TextAnalyzerTests
{
    private readonly TextAnalyzer _analyzer = new(
    [
        new Alias("police", AliasKind.Term, null, ["cops", "law enforcement", "polizei"], []),
        new Alias("united states", AliasKind.Country, "US", ["usa", "american"], ["US"]),
        new Alias("germany", AliasKind.Country, "DE", ["german", "deutschland"], []),
    ]);

    [Fact]
    public void Words_of_one_stem_are_one_term() =>
        _analyzer.Terms("logging logs logged").Distinct().ShouldHaveSingleItem();

    [Fact]
    public void Synonyms_share_a_term()
    {
        var police = _analyzer.Terms("police").Single();
        foreach (var text in new[] { "the cops", "law enforcement", "Polizei" })
            _analyzer.Terms(text).ShouldContain(police);
    }

    [Fact]
    public void A_synonym_keeps_its_own_word_too() => _analyzer.Terms("cops").Count.ShouldBe(2);

    [Theory]
    [InlineData("law in the US", "US")]
    [InlineData("german or american law", "DE,US")]
    [InlineData("tell us more", "")]
    public void Finds_the_countries_that_are_named(string text, string expected) =>
        string.Join(',', _analyzer.Countries(Tokenizer.Tokenize(text))).ShouldBe(expected);

    [Theory]
    [InlineData("protokollieren wir das", "ich protokolliere", "de")]
    [InlineData("письмо от адвоката", "письма адвокатов", "ru")]
    public void Other_languages_are_stemmed_as_themselves(string one, string other, string language) =>
        _analyzer.Terms(one, language).Intersect(_analyzer.Terms(other, language)).ShouldNotBeEmpty();
}
