using Microsoft.EntityFrameworkCore;

namespace NodeBot.Storage;

/// <summary>The tables on PostgreSQL; it has migrations of its own.</summary>
internal sealed class PostgresNodeBotContext(DbContextOptions<PostgresNodeBotContext> options) : NodeBotContext(options);
