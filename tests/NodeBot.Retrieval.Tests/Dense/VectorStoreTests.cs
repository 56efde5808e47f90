using System.Numerics.Tensors;
using NodeBot.Retrieval.Dense;

namespace NodeBot.Retrieval.Tests.Dense;

public sealed class VectorStoreTests : IDisposable
{
    private readonly string _folder = Folders.Temporary();

    private string File => Path.Combine(_folder, "vectors", "v.vec");

    [Fact]
    public void Vectors_read_again_are_nearly_the_same()
    {
        var vector = Unit.Of([.. Enumerable.Range(0, 384).Select(i => MathF.Sin(i))]);
        Write("m", ("a text", vector));
        TensorPrimitives.CosineSimilarity(Read("m", 384).Find("a text"), vector).ShouldBeGreaterThan(0.9999f);
    }

    [Fact]
    public void Vectors_of_another_model_or_dimension_are_not_read()
    {
        Write("m", ("a text", new float[384]));
        Read("other", 384).Count.ShouldBe(0);
        Read("m", 383).Count.ShouldBe(0);
    }

    [Fact]
    public void A_file_cut_short_gives_what_is_whole()
    {
        Write("m", [.. Enumerable.Range(0, 10).Select(i => ($"text {i}", new float[384]))]);
        using (var stream = System.IO.File.OpenWrite(File))
            stream.SetLength(stream.Length - 100);
        Read("m", 384).Count.ShouldBe(9);
    }

    [Fact]
    public void A_file_of_rubbish_gives_nothing()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllBytes(File, [1, 2, 3]);
        Read("m", 384).Count.ShouldBe(0);
    }

    [Fact]
    public void Keeps_only_what_is_wanted()
    {
        var store = new VectorStore("m", 2);
        store.Add("a", [1, 0]);
        store.Add("b", [0, 1]);
        store.Keep(["b"]);
        store.Find("a").ShouldBeNull();
        store.Find("b").ShouldNotBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string identity, params (string Text, float[] Vector)[] vectors)
    {
        var store = new VectorStore(identity, 384);
        foreach (var (text, vector) in vectors)
            store.Add(text, vector);
        store.Write(File);
    }

    private VectorStore Read(string identity, int dimension)
    {
        var store = new VectorStore(identity, dimension);
        store.Read(File);
        return store;
    }
}
