using Microsoft.Extensions.Caching.Memory;

namespace NodeBot.Core.Communities;

/// <summary>The communities' settings, kept for a few seconds: another replica's change is seen after that time.</summary>
/// <param name="store">Opened late: it takes as long as the rest of the start.</param>
public sealed class CommunityDirectory(Func<Task<CommunityStore>> store) : IDisposable
{
    /// <summary>How long settings are used without looking again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    // A database that hangs must not make people wait for an answer that does not come from it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Communities whose settings are kept in memory.
    private const int MostKept = 10_000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <returns>The settings. While the database does not answer, those known last; else the defaults.</returns>
    public async ValueTask<CommunitySettings> FindAsync(string community, CancellationToken cancellation)
    {
        var kept = _kept.Get<(CommunitySettings Settings, long At)?>(community);
        if (kept is { } known && Environment.TickCount64 - known.At < Fresh.TotalMilliseconds)
            return known.Settings;
        try
        {
            return Keep(community, await LookAsync(community, cancellation).WaitAsync(Patience, cancellation).ConfigureAwait(false));
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Whatever the database does wrong, members are still answered; it is looked at again after a while.
            return Keep(community, kept?.Settings ?? CommunitySettings.Default);
        }
    }

    /// <summary>Changes settings; of two changes at once, none is lost.</summary>
    public async Task<CommunitySettings> UpdateAsync(string community, Func<CommunitySettings, CommunitySettings> change, CancellationToken cancellation) =>
        Keep(community, await (await store().ConfigureAwait(false)).UpdateAsync(community, change, cancellation).ConfigureAwait(false));

    /// <summary>Forgets a community: its settings, its members' verdicts and reports, and what its channels follow.</summary>
    public async Task RemoveAsync(string community, CancellationToken cancellation)
    {
        await (await store().ConfigureAwait(false)).RemoveAsync(community, cancellation).ConfigureAwait(false);
        Keep(community, CommunitySettings.Default);
    }

    public void Dispose() => _kept.Dispose();

    private async Task<CommunitySettings> LookAsync(string community, CancellationToken cancellation) =>
        await (await store().ConfigureAwait(false)).FindAsync(community, cancellation).ConfigureAwait(false);

    private CommunitySettings Keep(string community, CommunitySettings settings)
    {
        _kept.Set(community, ((CommunitySettings, long)?)(settings, Environment.TickCount64), new MemoryCacheEntryOptions { Size = 1 });
        return settings;
    }
}
