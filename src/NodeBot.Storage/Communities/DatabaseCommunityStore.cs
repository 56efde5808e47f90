using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodeBot.Core.Communities;

namespace NodeBot.Storage.Communities;

/// <summary>Settings of communities in the database.</summary>
internal sealed class DatabaseCommunityStore(Database database) : CommunityStore
{
    // Of two changes at once one is made again; more than this many never meet.
    private const int MostTries = 10;

    public override async Task<CommunitySettings> FindAsync(string community, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var json = await context.Communities.Where(row => row.Id == community).Select(row => row.Json).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        return Read(json);
    }

    public override async Task<CommunitySettings> UpdateAsync(string community, Func<CommunitySettings, CommunitySettings> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.InTransactionAsync(context => ChangeAsync(context, community, change, cancellation), cancellation).ConfigureAwait(false);
            }
            catch (StorageException e) when (e.InnerException is DbUpdateException && attempt < MostTries)
            {
                // Somebody else's change came first: this one is made on top of it.
            }
        }
    }

    public override async Task<IReadOnlyDictionary<string, CommunitySettings>> AllAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        var rows = await context.Communities.AsNoTracking().ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id, row => Read(row.Json), StringComparer.Ordinal);
    }

    public override async Task RemoveAsync(string community, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await context.Communities.Where(row => row.Id == community).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await context.Feedback.Where(row => row.Community == community).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await context.Follows.Where(row => row.Community == community).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await context.ChangeReports.Where(row => row.Community == community).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<CommunitySettings> ChangeAsync(NodeBotContext context, string community, Func<CommunitySettings, CommunitySettings> change, CancellationToken cancellation)
    {
        var row = await context.Communities.FindAsync([community], cancellation).ConfigureAwait(false);
        var settings = change(Read(row?.Json));
        var json = JsonSerializer.Serialize(settings, CommunityJson.Default.CommunitySettings);
        if (row is null)
            context.Communities.Add(new CommunityRow { Id = community, Json = json, Version = 1 });
        else
            (row.Json, row.Version) = (json, row.Version + 1);
        return settings;
    }

    private static CommunitySettings Read(string? json) =>
        json is null ? CommunitySettings.Default : JsonSerializer.Deserialize(json, CommunityJson.Default.CommunitySettings) ?? CommunitySettings.Default;
}
