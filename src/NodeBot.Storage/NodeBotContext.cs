using Microsoft.EntityFrameworkCore;
using NodeBot.Storage.Passages;

namespace NodeBot.Storage;

/// <summary>The tables, the same on SQLite and PostgreSQL. Times are Unix milliseconds in UTC: both databases compare them alike.</summary>
internal abstract class NodeBotContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<PassageRow> Passages => Set<PassageRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<IndexPositionRow> IndexPositions => Set<IndexPositionRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PassageRow>().ToTable("passages").HasKey(row => row.Id);
        modelBuilder.Entity<OutboxRow>(outbox =>
        {
            outbox.ToTable("outbox").HasKey(row => row.Sequence);
            outbox.Property(row => row.Sequence).ValueGeneratedNever();
        });
        modelBuilder.Entity<CounterRow>(counter =>
        {
            counter.ToTable("counters").HasKey(row => row.Name);
            counter.HasData(new CounterRow { Name = CounterRow.Outbox, Value = 0 });
        });
        modelBuilder.Entity<IndexPositionRow>().ToTable("index_positions").HasKey(row => row.Name);
        modelBuilder.Entity<LeaseRow>().ToTable("leases").HasKey(row => row.Name);
    }
}
