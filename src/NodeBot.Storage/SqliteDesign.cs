using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NodeBot.Storage;

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteNodeBotContext --output-dir Migrations/Sqlite</c>.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteNodeBotContext>
{
    public SqliteNodeBotContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNodeBotContext>().UseSqlite("Data Source=design.db").Options);
}
