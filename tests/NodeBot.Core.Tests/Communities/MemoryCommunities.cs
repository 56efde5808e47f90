using NodeBot.Core.Communities;

namespace NodeBot.Core.Tests.Communities;

/// <summary>Settings in memory, of a store that can be made to fail.</summary>
internal sealed class MemoryCommunities : CommunityStore
{
    private readonly Dictionary<string, CommunitySettings> _all = [];

    public bool IsDown { get; set; }

    public override Task<CommunitySettings> FindAsync(string community, CancellationToken cancellation) => IsDown ? throw new InvalidOperationException() : Task.FromResult(_all.GetValueOrDefault(community, CommunitySettings.Default));

    public override Task<CommunitySettings> UpdateAsync(string community, Func<CommunitySettings, CommunitySettings> change, CancellationToken cancellation) =>
        IsDown ? throw new InvalidOperationException() : Task.FromResult(_all[community] = change(_all.GetValueOrDefault(community, CommunitySettings.Default)));

    public override Task<IReadOnlyDictionary<string, CommunitySettings>> AllAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyDictionary<string, CommunitySettings>>(_all);

    public override Task RemoveAsync(string community, CancellationToken cancellation) => Task.FromResult(_all.Remove(community));
}
