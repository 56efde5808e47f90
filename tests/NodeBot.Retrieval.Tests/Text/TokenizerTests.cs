using CsCheck;
using NodeBot.Retrieval.Text;

namespace NodeBot.Retrieval.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Größe, Straße", "grosse strasse")]
    [InlineData("café NAÏVE", "cafe naive")]
    [InlineData("don't", "dont")]
    [InlineData("6:196c BW", "6 196c bw")]
    [InlineData("Ёлка и йод", "елка и йод")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("…!?", "")]
    public void Folds_case_accents_and_apostrophes(string text, string expected) =>
        string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Folded)).ShouldBe(expected);

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Gen.String.Sample(text =>
        {
            var once = Tokenizer.Tokenize(text).Select(token => token.Folded).ToList();
            return once.SequenceEqual(once.SelectMany(word => Tokenizer.Tokenize(word)).Select(token => token.Folded));
        });

    [Fact]
    public void Each_token_tells_where_it_stands() =>
        Gen.String[Gen.Char["aé '-Ж7."], 0, 40].Sample(text =>
            Tokenizer.Tokenize(text).All(token => text[token.Place].Replace("'", "", StringComparison.Ordinal).Contains(token.Original, StringComparison.Ordinal)));
}
