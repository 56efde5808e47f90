using NodeBot.Core.Retrieval;
using BenchmarkDotNet.Attributes;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Benchmarks;

/// <summary>What an answer costs besides the model: reading the question and searching by words.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private KnowledgeRetrieval? _retrieval;

    [Params("should I tell my ISP that I run a node", "wat moet ik doen met een breif van een advocaat")]
    public string Question { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _retrieval = new KnowledgeRetrieval(
        KnowledgeLoader.Load(ShippedIndex.Folder).Knowledge!,
        new RetrievalOptions(ShippedIndex.Folder, Path.GetTempPath(), new EmbedderOptions { Kind = EmbedderKind.None }));

    [Benchmark]
    public async Task<int> SearchByWords() => (await _retrieval!.Index.SearchAsync(Question, 8, SearchScope.Everyone, default)).Hits.Count;

    [GlobalCleanup]
    public void CleanUp() => _retrieval?.Dispose();
}
