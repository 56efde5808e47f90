using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NodeBot.Core.Communities;
using NodeBot.Core.Feedback;
using NodeBot.Core.Jurisdictions;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Privacy;
using NodeBot.Storage.Communities;
using NodeBot.Storage.Feedback;
using NodeBot.Storage.Jurisdictions;
using NodeBot.Storage.Passages;
using NodeBot.Storage.Privacy;
using Npgsql;

namespace NodeBot.Storage;

/// <summary>The database: SQLite in the data folder, or PostgreSQL when told. Safe to use from many threads and processes at once.</summary>
public sealed class Database
{
    // How long a writer waits for another one on SQLite before it fails.
    private const int BusySeconds = 10;

    // Twenty seconds of another process's migrations.
    private const int MostMigrationTries = 100;
    private static readonly TimeSpan MigrationPause = TimeSpan.FromMilliseconds(200);

    private readonly Func<NodeBotContext> _open;

    private Database(StorageOptions options, TimeProvider time)
    {
        _open = options.IsPostgres ? Postgres(options.ConnectionString!) : Sqlite(options.DatabaseFile);
        Place = options.IsPostgres ? "PostgreSQL at " + new NpgsqlConnectionStringBuilder(options.ConnectionString).Host : options.DatabaseFile;
        Passages = new DatabasePassageStore(this, time);
        Ledger = new DatabaseIndexLedger(this, time);
        Communities = new DatabaseCommunityStore(this);
        Feedback = new DatabaseFeedbackStore(this, time);
        Private = new DatabasePrivateRecords(this, new RecordCipher(options.KeysFolder), time);
        Follows = new DatabaseJurisdictionFollows(this);
        ChangeReports = new DatabaseChangeReports(this, time);
    }

    /// <summary>Where it is, for people: never a password.</summary>
    public string Place { get; }

    public PassageStore Passages { get; }

    public IndexLedger Ledger { get; }

    public CommunityStore Communities { get; }

    public FeedbackStore Feedback { get; }

    /// <summary>What is kept for one member alone.</summary>
    public PrivateRecords Private { get; }

    public JurisdictionFollows Follows { get; }

    public ChangeReports ChangeReports { get; }

    /// <summary>Opens the database and brings its schema up to date; of several processes one does it and the others wait.</summary>
    /// <exception cref="StorageException">It cannot be reached or written, or its schema is newer than this program.</exception>
    public static async Task<Database> OpenAsync(StorageOptions options, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            if (!options.IsPostgres)
                Directory.CreateDirectory(options.DataFolder);
            var database = new Database(options, time);
            await database.MigrateTogetherAsync(cancellation).ConfigureAwait(false);
            return database;
        }
        catch (ArgumentException e) when (options.IsPostgres)
        {
            throw new StorageException($"NodeBot:Database is not a connection string: {e.Message} Write it as Host=...;Database=...;Username=...;Password=..., or leave it out for SQLite.", e);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or RetryLimitExceededException or System.Net.Sockets.SocketException or InvalidOperationException { InnerException: DbException })
        {
            var mend = options.IsPostgres ? "Check NodeBot:Database and that the server runs." : "Make the data folder writable and see that the disk is not full, or set NODEBOT_DATA to another folder.";
            throw new StorageException($"The database cannot be opened ({(options.IsPostgres ? "PostgreSQL" : options.DataFolder)}): {OneLine(e)} {mend}", e);
        }
    }

    internal NodeBotContext Open() => _open();

    /// <param name="name">Of the secret.</param>
    /// <param name="make">Makes it where there is none yet.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The secret, one and the same for all replicas.</returns>
    internal async Task<string> SecretAsync(string name, Func<string> make, CancellationToken cancellation)
    {
        await using var context = Open();
        if (await FindSecretAsync(context, name, cancellation).ConfigureAwait(false) is { } known)
            return known;
        try
        {
            context.Secrets.Add(new SecretRow { Name = name, Value = make() });
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            // Another replica made it first, or the database does not take it: then the next line says so.
        }

        return await FindSecretAsync(context, name, cancellation).ConfigureAwait(false)
            ?? throw new StorageException($"The database ({Place}) did not take the change. See that it runs and that its disk is not full, then try again.");
    }

    private static Task<string?> FindSecretAsync(NodeBotContext context, string name, CancellationToken cancellation) =>
        context.Secrets.Where(row => row.Name == name).Select(row => row.Value).FirstOrDefaultAsync(cancellation);

    /// <exception cref="StorageException">The change could not be written; nothing of it was.</exception>
    internal async Task<T> InTransactionAsync<T>(Func<NodeBotContext, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await TransactAsync(work, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DbUpdateException or DbException or RetryLimitExceededException or InvalidOperationException { InnerException: DbException })
        {
            throw new StorageException($"The database ({Place}) did not take the change, and nothing of it was written: {OneLine(e)} See that it runs and that its disk is not full, then try again.", e);
        }
    }

    private async Task<T> TransactAsync<T>(Func<NodeBotContext, Task<T>> work, CancellationToken cancellation)
    {
        await using var first = Open();
        return await first.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var context = Open();
                await using var transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
                var result = await work(context).ConfigureAwait(false);
                await context.SaveChangesAsync(token).ConfigureAwait(false);
                await transaction.CommitAsync(token).ConfigureAwait(false);
                return result;
            },
            cancellation).ConfigureAwait(false);
    }

    private static Func<NodeBotContext> Sqlite(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = BusySeconds }.ToString();
        var options = new DbContextOptionsBuilder<SqliteNodeBotContext>().UseSqlite(connection).Options;
        return () => new SqliteNodeBotContext(options);
    }

    private static Func<NodeBotContext> Postgres(string connection)
    {
        var options = new DbContextOptionsBuilder<PostgresNodeBotContext>().UseNpgsql(connection, npgsql => npgsql.EnableRetryOnFailure(3)).Options;
        return () => new PostgresNodeBotContext(options);
    }

    // On PostgreSQL, Entity Framework's lock ends with each migration, so two processes can meet between two of them. The one that
    // comes second fails, with nothing of its own written, and looks again.
    private async Task MigrateTogetherAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await MigrateAsync(cancellation).ConfigureAwait(false);
                return;
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject && attempt < MostMigrationTries)
            {
                await Task.Delay(MigrationPause, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var context = Open();
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await context.Database.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellation).ConfigureAwait(false)
            ? [.. await context.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false)]
            : Array.Empty<string>();
        if (Array.Find(applied, name => !known.Contains(name)) is { } newer)
            throw new StorageException($"The database ({Place}) was made by a newer NodeBot (schema {newer}). Install that version or a later one, or restore a backup from before.");
        if (applied.Length == known.Count)
            return;
        // Entity Framework's own lock on SQLite is a table that outlives a killed process and then blocks for ever; a file lock ends with it.
        await using var fileLock = context is SqliteNodeBotContext ? await LockFileAsync(Place + ".lock", cancellation).ConfigureAwait(false) : null;
        if (fileLock is not null)
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation).ConfigureAwait(false);
        // Readers then never wait for a writer; the file keeps the mode.
        if (fileLock is not null)
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation).ConfigureAwait(false);
        await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<FileStream> LockFileAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e.GetType() == typeof(IOException) && File.Exists(path))
            {
                await Task.Delay(50, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static string OneLine(Exception e) => (e.InnerException as DbException ?? e).Message.ReplaceLineEndings(" ").TrimEnd('.') + ".";
}
