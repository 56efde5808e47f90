using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodeBot.Core.Knowledge;

namespace NodeBot.Storage.Passages;

/// <summary>Passages and their outbox in the database.</summary>
internal sealed class DatabasePassageStore(Database database, TimeProvider time) : PassageStore
{
    public override Task<long> PutAsync(Passage passage, CancellationToken cancellation) => database.InTransactionAsync(
        async context =>
        {
            var row = await context.Passages.FindAsync([passage.Id], cancellation).ConfigureAwait(false);
            if (row is null)
                context.Passages.Add(row = new PassageRow { Id = passage.Id });
            row.Json = JsonSerializer.Serialize(passage, PassageJson.Default.Passage);
            return row.Version = await WriteOutboxAsync(context, passage.Id, cancellation).ConfigureAwait(false);
        },
        cancellation);

    public override Task<long?> RemoveAsync(string id, CancellationToken cancellation) => database.InTransactionAsync<long?>(
        async context =>
        {
            var row = await context.Passages.FindAsync([id], cancellation).ConfigureAwait(false);
            if (row?.Json is null)
                return null;
            row.Json = null;
            return row.Version = await WriteOutboxAsync(context, id, cancellation).ConfigureAwait(false);
        },
        cancellation);

    public override async Task<Passage?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var json = await context.Passages.Where(row => row.Id == id).Select(row => row.Json).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        return Read(json);
    }

    public override async Task<IReadOnlyList<StoredPassage>> PageAsync(string? afterId, int limit, CancellationToken cancellation)
    {
        await using var context = database.Open();
#pragma warning disable CA1309 // Becomes SQL: the database compares as it sorts.
        var rows = await context.Passages.AsNoTracking()
            .Where(row => row.Json != null && (afterId == null || string.Compare(row.Id, afterId) > 0))
            .OrderBy(row => row.Id).Take(limit).ToListAsync(cancellation).ConfigureAwait(false);
#pragma warning restore CA1309
        return [.. rows.Select(State)];
    }

    public override async Task<IReadOnlyList<PassageChange>> ChangesAfterAsync(long sequence, int limit, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var rows = await context.Outbox.AsNoTracking()
            .Where(entry => entry.Sequence > sequence)
            .OrderBy(entry => entry.Sequence).Take(limit)
            .Join(context.Passages, entry => entry.PassageId, row => row.Id, (entry, row) => new { entry.Sequence, entry.At, Row = row })
            .OrderBy(pair => pair.Sequence)
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(pair => new PassageChange(pair.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(pair.At), State(pair.Row)))];
    }

    public override async Task<long> LatestAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Counters.Where(row => row.Name == CounterRow.Outbox).Select(row => row.Value).SingleAsync(cancellation).ConfigureAwait(false);
    }

    public override async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Passages.CountAsync(row => row.Json != null, cancellation).ConfigureAwait(false);
    }

    private async Task<long> WriteOutboxAsync(NodeBotContext context, string passageId, CancellationToken cancellation)
    {
        await context.Counters.Where(row => row.Name == CounterRow.Outbox)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, row => row.Value + 1), cancellation).ConfigureAwait(false);
        var sequence = await context.Counters.Where(row => row.Name == CounterRow.Outbox).Select(row => row.Value).SingleAsync(cancellation).ConfigureAwait(false);
        context.Outbox.Add(new OutboxRow { Sequence = sequence, PassageId = passageId, At = time.GetUtcNow().ToUnixTimeMilliseconds() });
        return sequence;
    }

    private static StoredPassage State(PassageRow row) => new(row.Id, row.Version, Read(row.Json));

    private static Passage? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, PassageJson.Default.Passage);
}
