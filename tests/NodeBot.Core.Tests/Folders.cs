using System.Reflection;

namespace NodeBot.Core.Tests;

/// <summary>Where the tests find the knowledge of this checkout.</summary>
internal static class Folders
{
    public static string Knowledge { get; } = Path.GetFullPath(
        typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "KnowledgeFolder").Value!);
}
