using NodeBot.Core.Jurisdictions;

namespace NodeBot.Core.Tests.Jurisdictions;

/// <summary>Reports in memory.</summary>
internal sealed class MemoryReports : ChangeReports
{
    public List<ChangeReport> All { get; } = [];

    public override Task<long> AddAsync(string community, string country, string text, CancellationToken cancellation)
    {
        All.Add(new ChangeReport(All.Count + 1, community, country, text, DateTimeOffset.UnixEpoch, ReportState.Open));
        return Task.FromResult((long)All.Count);
    }

    public override Task<IReadOnlyList<ChangeReport>> OpenAsync(string community, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ChangeReport>>([.. All.Where(report => report.Community == community && report.State == ReportState.Open).Take(limit)]);

    public override Task<bool> CloseAsync(string community, long id, ReportState state, string? moderator, CancellationToken cancellation)
    {
        var index = All.FindIndex(report => report.Community == community && report.Id == id && report.State == ReportState.Open);
        if (index >= 0)
            All[index] = All[index] with { State = state };
        return Task.FromResult(index >= 0);
    }
}
