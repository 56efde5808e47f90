using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodeBot.Core.Conversation;
using NodeBot.Web.Security;

namespace NodeBot.Web.Chat;

/// <summary>The chat page: <c>GET /</c>, <c>POST /</c> without JavaScript, <c>POST /chat</c> for the script. What was said never stands in an address.</summary>
internal static class ChatEndpoints
{
    // The longest question, each character escaped to nine bytes, and the field's name.
    private const int MaxForm = 10 * 1024;

    public static void MapChat(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (Dispatcher dispatcher) => Page(dispatcher, "", null)).ExcludeFromDescription();
        app.MapPost("/", async (HttpContext context, Dispatcher dispatcher) =>
        {
            var (said, reply) = await ReplyAsync(context, dispatcher).ConfigureAwait(false);
            return Page(dispatcher, said, reply);
        }).LimitQuestions().ExcludeFromDescription();
        app.MapPost("/chat", async (HttpContext context, Dispatcher dispatcher) =>
        {
            var (said, reply) = await ReplyAsync(context, dispatcher).ConfigureAwait(false);
            return new RazorComponentResult<ExchangeView>(new { Said = said, Reply = reply });
        }).LimitQuestions().ExcludeFromDescription();
    }

    private static RazorComponentResult<ChatPage> Page(Dispatcher dispatcher, string said, Reply? reply) =>
        new(new { Said = said, Reply = reply, dispatcher.Specs });

    private static async Task<(string Said, Reply Reply)> ReplyAsync(HttpContext context, Dispatcher dispatcher)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await SaidAsync(context.Request, context.RequestAborted).ConfigureAwait(false) is not { } said)
            return ("", Reply.Of("I could not read that. Type your question into the box, at most 1,000 characters."));
        var turn = Turn.Parse(Surface.Web, said, dispatcher.Specs);
        return (said, await dispatcher.DispatchAsync(turn, context.RequestAborted).ConfigureAwait(false));
    }

    private static async Task<string?> SaidAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > MaxForm)
            return null;
        try
        {
            var form = await request.ReadFormAsync(cancellation).ConfigureAwait(false);
            return form["say"] is [{ } said] ? said : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
