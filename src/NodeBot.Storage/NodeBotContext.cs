using Microsoft.EntityFrameworkCore;
using NodeBot.Storage.Communities;
using NodeBot.Storage.Feedback;
using NodeBot.Storage.Jurisdictions;
using NodeBot.Storage.Passages;
using NodeBot.Storage.Privacy;

namespace NodeBot.Storage;

/// <summary>The tables, the same on SQLite and PostgreSQL. Times are Unix milliseconds in UTC: both databases compare them alike.</summary>
internal abstract class NodeBotContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<PassageRow> Passages => Set<PassageRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<IndexPositionRow> IndexPositions => Set<IndexPositionRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<CommunityRow> Communities => Set<CommunityRow>();

    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();

    public DbSet<SecretRow> Secrets => Set<SecretRow>();

    public DbSet<PrivateRow> PrivateRecords => Set<PrivateRow>();

    public DbSet<PrivateHolderRow> PrivateHolders => Set<PrivateHolderRow>();

    public DbSet<PrivateCodeRow> PrivateCodes => Set<PrivateCodeRow>();

    public DbSet<FollowRow> Follows => Set<FollowRow>();

    public DbSet<ChangeReportRow> ChangeReports => Set<ChangeReportRow>();

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
        modelBuilder.Entity<CommunityRow>(community =>
        {
            community.ToTable("communities").HasKey(row => row.Id);
            community.Property(row => row.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<FeedbackRow>(feedback =>
        {
            feedback.ToTable("feedback").HasKey(row => row.Id);
            feedback.HasIndex(row => row.Community);
            feedback.HasIndex(row => row.At);
        });
        modelBuilder.Entity<FollowRow>(follow =>
        {
            follow.ToTable("follows").HasKey(row => row.Id);
            follow.HasIndex(row => row.Community);
            follow.HasIndex(row => row.NextAt);
        });
        modelBuilder.Entity<ChangeReportRow>(report =>
        {
            report.ToTable("change_reports").HasKey(row => row.Id);
            report.HasIndex(row => new { row.Community, row.State });
        });
        modelBuilder.Entity<SecretRow>().ToTable("secrets").HasKey(row => row.Name);
        ModelPrivate(modelBuilder);
    }

    private static void ModelPrivate(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PrivateRow>(record =>
        {
            record.ToTable("private_records").HasKey(row => row.Id);
            record.Property(row => row.Version).IsConcurrencyToken();
            record.HasIndex(row => row.DeleteAt);
            record.HasIndex(row => row.RemindAt);
        });
        modelBuilder.Entity<PrivateHolderRow>(holder =>
        {
            holder.ToTable("private_holders").HasKey(row => new { row.Holder, row.RecordId });
            holder.HasOne<PrivateRow>().WithMany().HasForeignKey(row => row.RecordId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<PrivateCodeRow>(code =>
        {
            code.ToTable("private_codes").HasKey(row => row.Code);
            code.HasOne<PrivateRow>().WithMany().HasForeignKey(row => row.RecordId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
