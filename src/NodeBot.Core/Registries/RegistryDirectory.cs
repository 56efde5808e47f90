namespace NodeBot.Core.Registries;

/// <summary>The five registries.</summary>
/// <param name="All">In the order of the files.</param>
/// <param name="Basics">What holds at each; null where nothing was written.</param>
public sealed record RegistryDirectory(IReadOnlyList<Registry> All, RegistryBasics? Basics)
{
    public static readonly RegistryDirectory Empty = new([], null);

    /// <returns>The registry that serves a country; null when that is not written down.</returns>
    public Registry? Of(string country) => All.FirstOrDefault(registry => registry.Countries.Contains(country));

    /// <returns>The registry of a name, without its case and punctuation; null when there is none.</returns>
    public Registry? Named(string name)
    {
        var wanted = Letters(name);
        return wanted.Length == 0 ? null : All.FirstOrDefault(registry => Letters(registry.Name) == wanted || Letters(registry.Id) == wanted || Letters(registry.Name).Replace("ncc", "", StringComparison.Ordinal) == wanted);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
}
