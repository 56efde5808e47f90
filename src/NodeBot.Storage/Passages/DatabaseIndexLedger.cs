using Microsoft.EntityFrameworkCore;
using NodeBot.Core.Knowledge;

namespace NodeBot.Storage.Passages;

/// <summary>Leases and positions in the database. One conditional update decides a lease, alike on SQLite and PostgreSQL.</summary>
internal sealed class DatabaseIndexLedger(Database database, TimeProvider time) : IndexLedger
{
    public override async Task<bool> TryLeaseAsync(string name, string holder, TimeSpan duration, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var until = now + (long)duration.TotalMilliseconds;
        var taken = await context.Leases
            .Where(lease => lease.Name == name && (lease.Holder == holder || lease.Until <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.Until, until), cancellation).ConfigureAwait(false);
        if (taken > 0)
            return true;
        if (await context.Leases.AnyAsync(lease => lease.Name == name, cancellation).ConfigureAwait(false))
            return false;
        try
        {
            context.Leases.Add(new LeaseRow { Name = name, Holder = holder, Until = until });
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another replica made the row first.
            return false;
        }
    }

    public override async Task ReleaseAsync(string name, string holder, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await context.Leases.Where(lease => lease.Name == name && lease.Holder == holder)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Until, 0L), cancellation).ConfigureAwait(false);
    }

    public override async Task<long?> PositionAsync(string index, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.IndexPositions.Where(row => row.Name == index).Select(row => (long?)row.Sequence).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
    }

    public override Task AdvanceAsync(string index, long sequence, CancellationToken cancellation) => database.InTransactionAsync(
        async context =>
        {
            var row = await context.IndexPositions.FindAsync([index], cancellation).ConfigureAwait(false);
            if (row is null)
                context.IndexPositions.Add(row = new IndexPositionRow { Name = index });
            return row.Sequence = Math.Max(row.Sequence, sequence);
        },
        cancellation);

    public override async Task ForgetAsync(string index, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await context.IndexPositions.Where(row => row.Name == index).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
    }
}
