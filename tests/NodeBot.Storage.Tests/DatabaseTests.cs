using Microsoft.Data.Sqlite;

namespace NodeBot.Storage.Tests;

public sealed class DatabaseTests(Databases databases)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_processes_that_start_at_once_all_get_a_ready_database(bool postgres)
    {
        var options = await databases.NewAsync(postgres);
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Database.OpenAsync(options, TimeProvider.System, default))));
        foreach (var database in opened)
            (await database.Passages.CountAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        var options = await databases.NewAsync(postgres: false);
        await Database.OpenAsync(options, TimeProvider.System, default);
        await ExecuteAsync(options, "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Future', '99.0')");
        var message = (await Should.ThrowAsync<StorageException>(Database.OpenAsync(options, TimeProvider.System, default))).Message;
        message.ShouldContain("newer NodeBot");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_process_killed_while_it_made_the_schema_does_not_lock_out_the_next()
    {
        var options = await databases.NewAsync(postgres: false);
        Directory.CreateDirectory(options.DataFolder);
        await ExecuteAsync(options, "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00')");
        var database = await Database.OpenAsync(options, TimeProvider.System, default).WaitAsync(TimeSpan.FromSeconds(30));
        (await database.Passages.CountAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task SQLite_writes_ahead()
    {
        var options = await databases.NewAsync(postgres: false);
        await Database.OpenAsync(options, TimeProvider.System, default);
        (await ExecuteAsync(options, "PRAGMA journal_mode")).ShouldBe("wal");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=u;Password=secret;Timeout=2", "Check NodeBot:Database")]
    [InlineData("this is no connection string", "Host=...;Database=...")]
    public async Task A_wrong_connection_is_one_line_with_the_mend_and_no_password(string connection, string mend)
    {
        var message = (await Should.ThrowAsync<StorageException>(Database.OpenAsync(new StorageOptions("unused", connection), TimeProvider.System, default))).Message;
        message.ShouldContain(mend);
        message.ShouldNotContain("secret");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_to_be_none()
    {
        var options = await databases.NewAsync(postgres: false);
        Directory.CreateDirectory(options.DataFolder);
        await File.WriteAllTextAsync(options.DatabaseFile, "These are notes of mine, not a database. They are long enough to be read as a header.");
        var message = (await Should.ThrowAsync<StorageException>(Database.OpenAsync(options, TimeProvider.System, default))).Message;
        message.ShouldContain("cannot be opened");
        message.ShouldNotContain("\n");
    }

    private static async Task<string?> ExecuteAsync(StorageOptions options, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={options.DatabaseFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
