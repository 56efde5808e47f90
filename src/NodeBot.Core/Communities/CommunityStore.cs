namespace NodeBot.Core.Communities;

/// <summary>Keeps the communities' settings.</summary>
public abstract class CommunityStore
{
    /// <returns>The settings; the defaults where nothing was set.</returns>
    public abstract Task<CommunitySettings> FindAsync(string community, CancellationToken cancellation);

    /// <summary>Changes settings; of two changes at once, none is lost.</summary>
    /// <returns>The settings as they are now.</returns>
    public abstract Task<CommunitySettings> UpdateAsync(string community, Func<CommunitySettings, CommunitySettings> change, CancellationToken cancellation);

    /// <returns>Every community that has set something.</returns>
    public abstract Task<IReadOnlyDictionary<string, CommunitySettings>> AllAsync(CancellationToken cancellation);

    /// <summary>Forgets a community: its settings, its members' verdicts and reports, and what its channels follow.</summary>
    public abstract Task RemoveAsync(string community, CancellationToken cancellation);
}
