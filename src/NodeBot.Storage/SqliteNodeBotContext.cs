using Microsoft.EntityFrameworkCore;

namespace NodeBot.Storage;

/// <summary>The tables on SQLite; it has migrations of its own.</summary>
internal sealed class SqliteNodeBotContext(DbContextOptions<SqliteNodeBotContext> options) : NodeBotContext(options);
