using Microsoft.EntityFrameworkCore;
using NodeBot.Core.Jurisdictions;

namespace NodeBot.Storage.Jurisdictions;

/// <summary>Reports of changes in the database.</summary>
internal sealed class DatabaseChangeReports(Database database, TimeProvider time) : ChangeReports
{
    private static readonly string IsOpen = ReportState.Open.ToString();

    public override async Task<long> AddAsync(string community, string country, string text, CancellationToken cancellation)
    {
        var row = new ChangeReportRow { Community = community, Country = country, Text = text, At = time.GetUtcNow().ToUnixTimeMilliseconds(), State = IsOpen };
        await database.InTransactionAsync(
            context =>
            {
                context.ChangeReports.Add(row);
                return Task.FromResult(true);
            },
            cancellation).ConfigureAwait(false);
        return row.Id;
    }

    public override async Task<IReadOnlyList<ChangeReport>> OpenAsync(string community, int limit, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var rows = await context.ChangeReports.AsNoTracking().Where(row => row.Community == community && row.State == IsOpen)
            .OrderBy(row => row.Id).Take(limit).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(row => new ChangeReport(row.Id, row.Community, row.Country, row.Text, DateTimeOffset.FromUnixTimeMilliseconds(row.At), Enum.Parse<ReportState>(row.State)))];
    }

    public override async Task<bool> CloseAsync(string community, long id, ReportState state, string? moderator, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var now = time.GetUtcNow();
        var oldest = (now - Kept).ToUnixTimeMilliseconds();
        await context.ChangeReports.Where(row => row.ClosedAt < oldest).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        var (name, at) = (state.ToString(), now.ToUnixTimeMilliseconds());
        return await context.ChangeReports.Where(row => row.Community == community && row.Id == id && row.State == IsOpen)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, name).SetProperty(row => row.ClosedBy, moderator).SetProperty(row => row.ClosedAt, at), cancellation).ConfigureAwait(false) > 0;
    }
}
