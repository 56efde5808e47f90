using CsCheck;
using NodeBot.Retrieval.Sparse;

namespace NodeBot.Retrieval.Tests.Sparse;

public sealed class TfIdfTests
{
    [Fact]
    public void Vectors_have_length_one_or_are_empty() =>
        Gen.Char["abc"].Select(c => c.ToString()).Array[0, 6].Array[1, 6].Sample(documents =>
            TfIdf.Weigh(documents).All(vector => vector.Terms.Length == 0 || Math.Abs(vector.Weights.Sum(w => w * w) - 1) < 1e-4));
}
