using NodeBot.Core.Jurisdictions;

namespace NodeBot.Core.Tests.Jurisdictions;

/// <summary>Follows in memory; noting can be made to fail, as when the process is killed before.</summary>
internal sealed class MemoryFollows : JurisdictionFollows
{
    public List<Follow> All { get; } = [];

    public bool DiesBeforeNoting { get; set; }

    public override Task PutAsync(Follow follow, CancellationToken cancellation)
    {
        All.RemoveAll(other => other.Id == follow.Id);
        All.Add(follow);
        return Task.CompletedTask;
    }

    public override Task<int> RemoveAsync(string community, string channel, string country, CancellationToken cancellation) =>
        Task.FromResult(All.RemoveAll(follow => follow.Community == community && follow.Channel == channel && follow.Country == country));

    public override Task<IReadOnlyList<Follow>> OfAsync(string community, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Follow>>([.. All.Where(follow => follow.Community == community)]);

    public override Task<IReadOnlyList<Follow>> DueAsync(DateTimeOffset now, IReadOnlyCollection<string> hashes, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Follow>>([.. All.Where(follow => follow.NextAt <= now && (follow.Kind != FollowKind.Changes || !hashes.Contains(follow.Hash))).Take(limit)]);

    public override Task NoteAsync(Follow before, Follow after, CancellationToken cancellation)
    {
        if (DiesBeforeNoting)
            throw new InvalidOperationException("killed");
        if (All.Remove(before))
            All.Add(after);
        return Task.CompletedTask;
    }
}
