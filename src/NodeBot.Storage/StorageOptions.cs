namespace NodeBot.Storage;

/// <summary>Where the database is.</summary>
/// <param name="DataFolder">Holds <c>nodebot.db</c> when no server is named.</param>
/// <param name="ConnectionString">Of a PostgreSQL server, as Npgsql reads it (<c>NodeBot:Database</c>); null or empty for SQLite.</param>
public sealed record StorageOptions(string DataFolder, string? ConnectionString)
{
    public bool IsPostgres => !string.IsNullOrWhiteSpace(ConnectionString);
}
