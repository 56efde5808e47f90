using System.Reflection;

namespace NodeBot.Retrieval.Tests;

/// <summary>Where the tests find the knowledge of this checkout, and new folders of their own.</summary>
internal static class Folders
{
    public static string Knowledge { get; } = Path.GetFullPath(
        typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "KnowledgeFolder").Value!);

    public static string Model { get; } = Path.Combine(Knowledge, "models", "bge-small-en-v1.5");

    public static string Temporary() => Directory.CreateTempSubdirectory("nodebot-test-").FullName;
}
