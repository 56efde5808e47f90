using NodeBot.Retrieval.Qdrant;

namespace NodeBot.Retrieval.Tests.Qdrant;

public sealed class QdrantOptionsTests
{
    [Theory]
    [InlineData("http://qdrant.example.org:6333", "NodeBot:Qdrant:AllowPlainHttp")]
    [InlineData("http://10.0.0.5:6333", "NodeBot:Qdrant:AllowPlainHttp")]
    [InlineData("localhost:6333", "NodeBot:Qdrant:Url")]
    [InlineData("ftp://localhost", "NodeBot:Qdrant:Url")]
    [InlineData("https://user:secret@qdrant.example.org", "NodeBot:Qdrant:ApiKey")]
    [InlineData("http://localhost:6333;not an address", "NodeBot:Qdrant:Url")]
    public void A_bad_address_is_refused_with_the_mend_and_without_secrets(string url, string mend)
    {
        var problem = new QdrantOptions { Url = url }.Problem()!;
        problem.ShouldContain(mend);
        problem.ShouldNotContain("secret");
        problem.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("http://localhost:6333")]
    [InlineData("http://127.0.0.1:6333;http://[::1]:6334")]
    [InlineData("https://qdrant.example.org")]
    public void A_good_address_is_taken(string url) => new QdrantOptions { Url = url }.Problem().ShouldBeNull();

    [Fact]
    public void Plain_http_to_another_machine_is_taken_when_told() =>
        new QdrantOptions { Url = "http://qdrant:6333", AllowPlainHttp = true }.Problem().ShouldBeNull();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    public void Writes_wait_for_half_of_the_replicas(int replicas, int confirmations) =>
        new QdrantOptions { Replicas = replicas }.Confirmations.ShouldBe(confirmations);

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        new QdrantOptions { Url = "http://localhost", Replicas = 2, WriteConsistency = 3 }.Problem()!.ShouldContain("WriteConsistency");
        new QdrantOptions { Url = "http://localhost", TimeoutMs = 0 }.Problem()!.ShouldContain("TimeoutMs");
        new QdrantOptions { Url = "http://localhost", Collection = "a/b" }.Problem()!.ShouldContain("Collection");
        new QdrantOptions { ApiKey = "k" }.Problem()!.ShouldContain("NodeBot:Qdrant:Url");
    }

    [Fact]
    public void A_process_that_has_only_the_read_only_key_never_writes()
    {
        new QdrantOptions { ReadOnlyApiKey = "r" }.MayWrite.ShouldBeFalse();
        new QdrantOptions { ReadOnlyApiKey = "r", ApiKey = "w" }.MayWrite.ShouldBeTrue();
        new QdrantOptions().MayWrite.ShouldBeTrue();
    }
}
