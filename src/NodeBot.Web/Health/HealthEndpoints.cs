using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodeBot.Core.Retrieval;

namespace NodeBot.Web.Health;

/// <summary><c>/livez</c> and <c>/readyz</c>.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/livez", () => Results.Text("ok")).ExcludeFromDescription();
        app.MapGet("/readyz", (KnowledgeIndex index) => Results.Json(Ready(index.Status), WebJson.Default.ReadyDocument))
            .WithName("ready").WithSummary("Whether NodeBot answers, and whether anything is missing").WithTags("Health")
            .Produces<ReadyDocument>();
    }

    private static ReadyDocument Ready(IndexStatus status) =>
        new(status.Notice is null ? "ready" : "degraded", status.Passages, status.Embedder, status.Notice);
}
