using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using NodeBot.Core.Conversation;
using NodeBot.Core.Knowledge;
using NodeBot.Core.Letters;
using NodeBot.Web.Security;

namespace NodeBot.Web.Chat;

/// <summary>The chat page: <c>GET /</c>, <c>POST /</c> without JavaScript, <c>POST /chat</c> for the script; and the page for a letter. What was said never stands in an address.</summary>
internal static class ChatEndpoints
{
    // The longest letter, each character escaped to nine bytes, and the fields' names.
    private const int MaxForm = 1024 * 1024;

    private const string SayField = "say";

    public static void MapChat(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (Dispatcher dispatcher) => Page(dispatcher, "", null)).ExcludeFromDescription();
        app.MapGet("/complaint", () => new RazorComponentResult<ComplaintPage>()).ExcludeFromDescription();
        app.MapGet("/letters", (KnowledgeBase knowledge, string? language) =>
            new RazorComponentResult<LettersPage>(new { knowledge.Letters, Language = LetterTemplate.LanguageFor(language ?? "en") })).ExcludeFromDescription();
        app.MapPost("/", async (HttpContext context, Dispatcher dispatcher) =>
        {
            var (said, reply) = await ReplyAsync(context, dispatcher).ConfigureAwait(false);
            return Page(dispatcher, said, reply);
        }).LimitQuestions().WithMetadata(new RequestSizeLimitAttribute(MaxForm)).ExcludeFromDescription();
        app.MapPost("/chat", async (HttpContext context, Dispatcher dispatcher) =>
        {
            var (said, reply) = await ReplyAsync(context, dispatcher).ConfigureAwait(false);
            return new RazorComponentResult<ExchangeView>(new { Said = said, Reply = reply });
        }).LimitQuestions().WithMetadata(new RequestSizeLimitAttribute(MaxForm)).ExcludeFromDescription();
    }

    private static RazorComponentResult<ChatPage> Page(Dispatcher dispatcher, string said, Reply? reply) =>
        new(new { Said = said, Reply = reply, dispatcher.Specs });

    private static async Task<(string Said, Reply Reply)> ReplyAsync(HttpContext context, Dispatcher dispatcher)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await FormAsync(context.Request, context.RequestAborted).ConfigureAwait(false) is not { } form || form[SayField] is not [{ } said])
            return ("", Reply.Of("I could not read that. Type your question into the box, at most 1,000 characters, or paste your letter on the page for letters."));
        var turn = Turn.Parse(Surface.Web, said, dispatcher.Specs);
        var spec = dispatcher.Specs.FirstOrDefault(spec => spec.Name == turn.Command);
        turn = With(turn, spec, form);
        // Only what is kept for a person needs to know who it is: a question sets no cookie.
        if (spec?.KeepsForMember == true)
            turn = turn with { Member = WebMember.Of(context) };
        var reply = await dispatcher.DispatchAsync(turn, context.RequestAborted).ConfigureAwait(false);
        return (spec is { IsPrivate: true } ? spec.Title() : said, reply);
    }

    // A form's fields are options of the command that it says.
    private static Turn With(Turn turn, CommandSpec? spec, IFormCollection form)
    {
        var options = new Dictionary<string, string>(turn.Options, StringComparer.Ordinal);
        foreach (var option in spec?.Options ?? [])
        {
            if (form[option.Name] is [{ Length: > 0 } value])
                options[option.Name] = value;
        }

        return turn with { Options = options };
    }

    private static async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > MaxForm)
            return null;
        try
        {
            return await request.ReadFormAsync(cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // What was pressed along a case is no sentence that somebody said.
    private static string Title(this CommandSpec spec) => spec.IsListed ? "/" + spec.Name : "";
}
