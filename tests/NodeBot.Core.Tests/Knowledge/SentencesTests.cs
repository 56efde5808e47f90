using CsCheck;
using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Tests.Knowledge;

public sealed class SentencesTests
{
    [Fact]
    public void Sentences_joined_are_the_text_again() =>
        Gen.String[Gen.Char["aB. !?…\n\t()”’é"], 0, 60].Sample(text =>
            string.Concat(Sentences.Split(text).Select(range => text[range])) == text);

    [Fact]
    public void No_sentence_is_empty() =>
        Gen.String[Gen.Char["aB. !?\n)"], 0, 60].Sample(text => Sentences.Split(text).All(range => text[range].Length > 0));

    [Theory]
    [InlineData("One. Two! Three?", 3)]
    [InlineData("See i.e. this one. Then that.", 2)]
    [InlineData("Ask (ARIN, RIPE NCC etc.). Then wait.", 2)]
    [InlineData("https://example.org/a.b is one sentence.", 1)]
    [InlineData("He said “stop.” She did.", 2)]
    [InlineData("First paragraph\n\nsecond paragraph", 2)]
    [InlineData("", 0)]
    public void Cuts_where_a_reader_would(string text, int sentences) => Sentences.Split(text).Count.ShouldBe(sentences);
}
