namespace NodeBot.Core.Providers;

/// <summary>The providers of which something is reported.</summary>
/// <param name="All">In the order of the file.</param>
/// <param name="Crowded">Null where nothing is known of crowded networks.</param>
public sealed record ProviderDirectory(IReadOnlyList<Provider> All, CrowdedNetworks? Crowded)
{
    public static readonly ProviderDirectory Empty = new([], null);

    /// <returns>Whether a provider's network is crowded.</returns>
    public bool IsCrowded(Provider provider) => Crowded?.Holds(provider) == true;
}
