using NodeBot.Peers;
using NodeBot.Storage.Tests;

[assembly: AssemblyFixture(typeof(Databases))]

namespace NodeBot.Storage.Tests;

/// <summary>New databases, on SQLite or on one real PostgreSQL for all tests.</summary>
public sealed class Databases : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nodebot-test-").FullName;
    private readonly SemaphoreSlim _starting = new(1);
    private PostgresServer? _postgres;

    /// <returns>Options of a database that nobody uses yet.</returns>
    public async Task<StorageOptions> NewAsync(bool postgres)
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        return new StorageOptions(Path.Combine(_folder, name), postgres ? (await PostgresAsync()).Database(name) : null);
    }

    private async Task<PostgresServer> PostgresAsync()
    {
        Assert.SkipUnless(PostgresServer.IsSupported, PostgresServer.NotSupported);
        await _starting.WaitAsync();
        try
        {
            return _postgres ??= await PostgresServer.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        _starting.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
