using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Retrieval;

namespace NodeBot.Web.Guide;

/// <summary>The guide as a whole, and a page for each passage and note.</summary>
internal static class GuideEndpoints
{
    public static void MapGuide(this IEndpointRouteBuilder app)
    {
        app.MapGet("/guide", (KnowledgeBase knowledge) => new RazorComponentResult<GuidePage>(new { Knowledge = knowledge })).ExcludeFromDescription();
        app.MapGet("/passages/{**id}", async Task<IResult> (string id, KnowledgeBase knowledge, PassageFinder passages, CancellationToken cancellation) =>
            await passages.FindAsync(id, SearchScope.Everyone, cancellation).ConfigureAwait(false) is { } passage
            ? new RazorComponentResult<PassagePage>(new { Knowledge = knowledge, Passage = passage })
            : NotFound()).ExcludeFromDescription();
        app.MapFallback(NotFound).ExcludeFromDescription();
    }

    private static RazorComponentResult<NotFoundPage> NotFound() => new() { StatusCode = StatusCodes.Status404NotFound };
}
