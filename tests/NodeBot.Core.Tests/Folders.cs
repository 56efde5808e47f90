using System.Reflection;

namespace NodeBot.Core.Tests;

/// <summary>Where the tests find the knowledge of this checkout.</summary>
internal static class Folders
{
    public static string Knowledge { get; } = Path.GetFullPath(
        typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "KnowledgeFolder").Value!);

    /// <summary>The folder of all tests.</summary>
    public static string Tests { get; } = Path.Combine(Path.GetDirectoryName(Knowledge.TrimEnd(Path.DirectorySeparatorChar))!, "tests");
}
