using Microsoft.EntityFrameworkCore;
using NodeBot.Core.Conversation;
using NodeBot.Core.Jurisdictions;

namespace NodeBot.Storage.Jurisdictions;

/// <summary>Follows in the database.</summary>
internal sealed class DatabaseJurisdictionFollows(Database database) : JurisdictionFollows
{
    private static readonly string Changes = FollowKind.Changes.ToString();

    public override async Task PutAsync(Follow follow, CancellationToken cancellation)
    {
        try
        {
            await database.InTransactionAsync(context => WriteAsync(context, follow, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (StorageException e) when (e.InnerException is DbUpdateException)
        {
            // Two moderators at once: the row is there now, and is changed.
            await database.InTransactionAsync(context => WriteAsync(context, follow, cancellation), cancellation).ConfigureAwait(false);
        }
    }

    public override async Task<int> RemoveAsync(string community, string channel, string country, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Follows.Where(row => row.Community == community && row.Channel == channel && row.Country == country).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
    }

    public override async Task<IReadOnlyList<Follow>> OfAsync(string community, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var rows = await context.Follows.AsNoTracking().Where(row => row.Community == community)
            .OrderBy(row => row.Channel).ThenBy(row => row.Country).ThenBy(row => row.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    public override async Task<IReadOnlyList<Follow>> DueAsync(DateTimeOffset now, IReadOnlyCollection<string> hashes, int limit, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var at = now.ToUnixTimeMilliseconds();
        var known = hashes.ToList();
        var rows = await context.Follows.AsNoTracking()
            .Where(row => row.NextAt <= at && (row.Kind != Changes || !known.Contains(row.Hash)))
            .OrderBy(row => row.NextAt).ThenBy(row => row.Id).Take(limit).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    public override async Task NoteAsync(Follow before, Follow after, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var (kind, due, next) = (before.Kind.ToString(), before.DueAt.ToUnixTimeMilliseconds(), before.NextAt.ToUnixTimeMilliseconds());
        var hash = before.Hash;
        await context.Follows.Where(row => row.Id == before.Id && row.Kind == kind && row.DueAt == due && row.NextAt == next && row.Hash == hash)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Fields, after.Fields)
                    .SetProperty(row => row.Hash, after.Hash)
                    .SetProperty(row => row.EarlierHash, after.EarlierHash)
                    .SetProperty(row => row.PostedAt, after.PostedAt == null ? null : after.PostedAt.Value.ToUnixTimeMilliseconds())
                    .SetProperty(row => row.DueAt, after.DueAt.ToUnixTimeMilliseconds())
                    .SetProperty(row => row.NextAt, after.NextAt.ToUnixTimeMilliseconds())
                    .SetProperty(row => row.Failures, after.Failures),
                cancellation).ConfigureAwait(false);
    }

    private static async Task<bool> WriteAsync(NodeBotContext context, Follow follow, CancellationToken cancellation)
    {
        var row = await context.Follows.FindAsync([follow.Id], cancellation).ConfigureAwait(false);
        if (row is null)
        {
            row = new FollowRow { Id = follow.Id, Community = follow.Community, Surface = follow.Surface.ToString(), Channel = follow.Channel, Country = follow.Country, Kind = "", Hash = "" };
            context.Follows.Add(row);
        }

        (row.Kind, row.Fields, row.Hash, row.EarlierHash) = (follow.Kind.ToString(), follow.Fields, follow.Hash, follow.EarlierHash);
        (row.PostedAt, row.DueAt, row.NextAt, row.Failures) = (follow.PostedAt?.ToUnixTimeMilliseconds(), follow.DueAt.ToUnixTimeMilliseconds(), follow.NextAt.ToUnixTimeMilliseconds(), follow.Failures);
        return true;
    }

    private static Follow Read(FollowRow row) => new(row.Community, Enum.Parse<Surface>(row.Surface), row.Channel, row.Country, Enum.Parse<FollowKind>(row.Kind))
    {
        Fields = row.Fields,
        EarlierHash = row.EarlierHash,
        PostedAt = row.PostedAt is { } posted ? DateTimeOffset.FromUnixTimeMilliseconds(posted) : null,
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt),
        NextAt = DateTimeOffset.FromUnixTimeMilliseconds(row.NextAt),
        Failures = row.Failures,
    };
}
