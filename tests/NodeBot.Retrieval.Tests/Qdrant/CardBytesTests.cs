using CsCheck;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Dense;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Qdrant;

namespace NodeBot.Retrieval.Tests.Qdrant;

public sealed class CardBytesTests
{
    private static readonly Passage Passage = new()
    {
        Id = "answer/a", Source = PassageSource.Answer, Title = "A", Section = "S", Text = "T", Language = "en", AsOf = "2026", Sources = [],
        Facts = [new Fact("", [])],
    };

    private static readonly ScoreCard Card = new(
        Passage,
        [IndexedQuestion.WholeText, 0],
        1,
        new Dictionary<uint, float> { [7] = 1.5f, [uint.MaxValue] = 0.25f },
        new Dictionary<uint, (int, float)[]> { [9] = [(0, 0.5f), (1, 0.75f)] },
        new VectorTable(4, [0.5f, 0.5f, 0.5f, 0.5f, 1, 0, 0, 0, 0, 1, 0, 0]),
        null);

    [Fact]
    public void A_card_comes_back_as_it_was()
    {
        var read = CardBytes.Read(Passage, CardBytes.Write(Card))!;
        read.Facts.ShouldBe(Card.Facts);
        read.TextCount.ShouldBe(1);
        read.Words.ShouldBe(Card.Words);
        read.QuestionWords[9].ShouldBe(Card.QuestionWords[9]);
        for (var row = 0; row < 3; row++)
            read.Vectors!.Row(row).ToArray().ShouldBe(Card.Vectors!.Row(row).ToArray());
    }

    [Fact]
    public void A_card_without_vectors_comes_back_without() =>
        CardBytes.Read(Passage, CardBytes.Write(Card with { Vectors = null }))!.Vectors.ShouldBeNull();

    [Fact]
    public void Broken_bytes_are_no_card_and_no_crash()
    {
        var good = CardBytes.Write(Card);
        Gen.Select(Gen.Int[0, good.Length], Gen.Int[0, good.Length - 1], Gen.Byte).Sample((length, at, value) =>
        {
            var bytes = good.ToArray();
            bytes[at] = value;
            _ = CardBytes.Read(Passage, bytes);
            _ = CardBytes.Read(Passage, bytes[..length]);
            return true;
        });
        CardBytes.Read(Passage, []).ShouldBeNull();
        CardBytes.Read(Passage, good[..^1]).ShouldBeNull();
    }
}
