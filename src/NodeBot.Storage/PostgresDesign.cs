using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NodeBot.Storage;

/// <summary>For <c>dotnet ef migrations add NAME --context PostgresNodeBotContext --output-dir Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresNodeBotContext>
{
    public PostgresNodeBotContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresNodeBotContext>().UseNpgsql("Host=design").Options);
}
