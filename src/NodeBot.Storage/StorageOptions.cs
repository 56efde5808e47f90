namespace NodeBot.Storage;

/// <summary>Where the database is.</summary>
/// <param name="DataFolder">Holds <c>nodebot.db</c> when no server is named.</param>
/// <param name="ConnectionString">Of a PostgreSQL server, as Npgsql reads it (<c>NodeBot:Database</c>); null or empty for SQLite.</param>
public sealed record StorageOptions(string DataFolder, string? ConnectionString)
{
    public bool IsPostgres => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>Whether there may be something in it: a file that was never made holds nothing.</summary>
    public bool Exists => IsPostgres || File.Exists(DatabaseFile);

    /// <summary>Holds the keys that what is kept for members is encrypted with; replicas share one (<c>NodeBot:KeysFolder</c>).</summary>
    public string KeysFolder { get; init; } = Path.Combine(DataFolder, "keys");

    /// <summary>The file of a SQLite database.</summary>
    public string DatabaseFile => Path.Combine(DataFolder, "nodebot.db");
}
