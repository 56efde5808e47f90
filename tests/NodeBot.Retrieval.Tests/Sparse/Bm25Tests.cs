using CsCheck;
using NodeBot.Retrieval.Sparse;

namespace NodeBot.Retrieval.Tests.Sparse;

public sealed class Bm25Tests
{
    private static readonly Gen<string[][]> Documents = Gen.Char["abcd"].Select(c => c.ToString()).Array[0, 8].Array[1, 8];

    [Fact]
    public void Every_weight_is_positive_and_below_its_bound() =>
        Documents.Sample(documents => Weigh(documents).All(document => document.Weights.All(weight => weight > 0 && weight < Bm25.K1 + 1)));

    [Fact]
    public void A_term_once_more_never_weighs_less() =>
        Gen.Int[1, 20].Sample(count =>
        {
            // Length kept the same, so that only the count differs.
            string[] fewer = [.. Enumerable.Repeat("a", count), "b"];
            string[] more = [.. Enumerable.Repeat("a", count + 1)];
            var weights = Weigh([fewer, more]);
            return weights[1].Weights[0] >= weights[0].Weights[0];
        });

    [Fact]
    public void A_rarer_term_has_a_higher_idf_and_none_is_negative() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[0, 1000]).Sample((documents, frequency) =>
            frequency >= documents || (Bm25.Idf(documents, frequency) > Bm25.Idf(documents, frequency + 1) && Bm25.Idf(documents, frequency + 1) > 0));

    [Fact]
    public void Agrees_with_the_formula_worked_by_hand()
    {
        // Two documents of length 2 and 1, mean 1.5; tf 1, so 2.2 / (1 / (0.25 + 0.75 * 2 / 1.5) ... ) for the longer one.
        var weights = Weigh([["a", "b"], ["a"]]);
        var tf = 1 / (0.25f + (0.75f * 2 / 1.5f));
        weights[0].Weights[0].ShouldBe(tf * 2.2f / (tf + 1.2f), 1e-5f);
    }

    [Fact]
    public void The_inverted_index_gives_the_sum_of_products() =>
        Gen.Select(Documents, Gen.Char["abx"].Select(c => c.ToString()).Array[1, 3]).Sample((documents, question) =>
        {
            var weighed = Weigh(documents);
            var index = InvertedIndex.Build(weighed);
            var scores = new float[documents.Length];
            foreach (var term in question)
                index.Accumulate(term, 2, scores, []);
            return Enumerable.Range(0, documents.Length).All(d =>
                Math.Abs(scores[d] - question.Sum(term => 2 * Weight(weighed[d], term))) < 1e-3);
        });

    [Fact]
    public void A_saved_inverted_index_is_the_same_when_read_again() =>
        Documents.Sample(documents =>
        {
            var index = InvertedIndex.Build(Weigh(documents));
            using var stream = new MemoryStream();
            index.Save(new BinaryWriter(stream));
            stream.Position = 0;
            var again = InvertedIndex.Load(new BinaryReader(stream));
            float[] one = new float[documents.Length], two = new float[documents.Length];
            foreach (var term in new[] { "a", "b", "x" })
            {
                index.Accumulate(term, 1, one, []);
                again.Accumulate(term, 1, two, []);
            }

            return one.SequenceEqual(two) && again.DocumentCount == documents.Length;
        });

    private static IReadOnlyList<TermVector> Weigh(string[][] documents)
    {
        IReadOnlyList<string>[][] fields = [.. documents.Select(document => new IReadOnlyList<string>[] { document })];
        var averages = Bm25.AverageLengths(fields, 1);
        return [.. fields.Select(document => Bm25.Weigh(document, [1f], averages))];
    }

    private static float Weight(TermVector document, string term)
    {
        var place = Array.IndexOf(document.Terms, term);
        return place < 0 ? 0 : document.Weights[place];
    }
}
