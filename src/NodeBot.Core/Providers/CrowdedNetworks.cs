using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Providers;

/// <summary>Networks that already carry so many nodes that others are better for a network's diversity.</summary>
/// <param name="Note">Says so.</param>
/// <param name="Systems">Numbers of autonomous systems.</param>
/// <param name="Source">Who says so.</param>
/// <param name="AsOf">Up to when it can be vouched for.</param>
public sealed record CrowdedNetworks(string Note, IReadOnlyList<long> Systems, SourceReference Source, string AsOf)
{
    /// <returns>Whether one of a provider's networks is among them.</returns>
    public bool Holds(Provider provider) => provider.Systems.Any(Systems.Contains);
}
