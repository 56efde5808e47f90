using System.Reflection;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval;
using NodeBot.Retrieval.Embedding;

namespace NodeBot.Benchmarks;

/// <summary>The shipped knowledge with the model that comes with it.</summary>
internal static class ShippedIndex
{
    public static string Folder { get; } = Path.GetFullPath(
        typeof(ShippedIndex).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "KnowledgeFolder").Value!);

    public static KnowledgeRetrieval Create() => new(
        KnowledgeLoader.Load(Folder).Knowledge!,
        new RetrievalOptions(Folder, Directory.CreateTempSubdirectory("nodebot-bench-").FullName, new EmbedderOptions()));
}
