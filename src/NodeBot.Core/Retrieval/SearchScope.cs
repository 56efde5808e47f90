namespace NodeBot.Core.Retrieval;

/// <summary>Whose question it is.</summary>
/// <param name="Community">The community that it is asked in; null outside of any, where only what everyone may see is found.</param>
public readonly record struct SearchScope(string? Community)
{
    /// <summary>What everyone may see.</summary>
    public static SearchScope Everyone => default;

    /// <returns>Whether a passage of this community, or of everyone, may be shown.</returns>
    public bool Shows(string? community) => community is null || community == Community;
}
