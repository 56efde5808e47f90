using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodeBot.Core.Answering;
using NodeBot.Core.Complaints.Reading;
using NodeBot.Core.Retrieval;
using NodeBot.Web.Security;
using Scalar.AspNetCore;

namespace NodeBot.Web.Api;

/// <summary><c>POST /api/ask</c>, its description and its reference page.</summary>
internal static class ApiEndpoints
{
    /// <summary>Where the reference page is.</summary>
    public const string ReferencePath = "/docs/api";

    private const string AskPath = "/api/ask";
    private const string ExplainPath = "/api/explain";

    public static IServiceCollection AddNodeBotOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "NodeBot";
            document.Info.Description = "Answers questions about running exit nodes in decentralised VPNs with cited quotes, or declines. Errors are problem documents (RFC 9457). General information, not legal advice.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapPost(AskPath, AskAsync)
            .LimitQuestions()
            .WithName("ask").WithTags("Answers")
            .WithSummary("Ask a question")
            .WithDescription("Answers with verbatim quotes of the knowledge, each cited, or declines with what NodeBot can do instead. The body is at most 8 KB, the question at most 1,000 characters.")
            .Accepts<AskRequest>("application/json")
            .Produces<AnswerDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        app.MapPost(ExplainPath, ExplainAsync)
            .LimitQuestions()
            .WithName("explain").WithTags("Letters")
            .WithSummary("Recognise a letter")
            .WithDescription("Says what kind of complaint a letter is and what stands in it: sender, deadline, sum, demands, red flags. The kind is null for what is no complaint. The text is read and not kept, at most 100,000 characters; the body is at most 512 KB.")
            .Accepts<ExplainRequest>("application/json")
            .Produces<LetterFinding>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        app.Map("/api/{**path}", OtherAsync).ExcludeFromDescription();
        app.MapOpenApi();
        app.MapScalarApiReference(ReferencePath, options =>
        {
            options.Title = "NodeBot API";
            options.DefaultFonts = false;
            options.DisableAgent().DisableTelemetry();
        });
    }

    private static async Task AskAsync(HttpContext context, Answerer answerer, PublicAddress address, TimeProvider time)
    {
        var started = time.GetTimestamp();
        var (question, problem) = await AskRequestReader.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        if (question is null)
        {
            await Problems.Write(context, problem!.Status, problem.Title, problem.Detail).ConfigureAwait(false);
            return;
        }

        var answer = await answerer.AnswerAsync(question, SearchScope.Everyone, context.RequestAborted).ConfigureAwait(false);
        var document = AnswerDocument.From(answer, address.Value, time.GetElapsedTime(started));
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(document, AnswerJson.Default.AnswerDocument, cancellationToken: context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task ExplainAsync(HttpContext context, LetterReader reader, TimeProvider time)
    {
        var (letter, problem) = await ExplainRequestReader.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        if (letter is null)
        {
            await Problems.Write(context, problem!.Status, problem.Title, problem.Detail).ConfigureAwait(false);
            return;
        }

        var finding = reader.Read(letter.Text, letter.Received ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(finding, LetterFindingJson.Default.LetterFinding, cancellationToken: context.RequestAborted).ConfigureAwait(false);
    }

    private static Task OtherAsync(HttpContext context)
    {
        var shape = context.Request.Path == AskPath ? AskRequestReader.Shape : ExplainRequestReader.Shape;
        if (context.Request.Path != AskPath && context.Request.Path != ExplainPath)
            return Problems.Write(context, StatusCodes.Status404NotFound, "There is nothing at this address.", $"The API is described at {ReferencePath}.");
        // Routing itself passes over the endpoint above when the content type is not JSON.
        if (HttpMethods.IsPost(context.Request.Method))
            return Problems.Write(context, StatusCodes.Status415UnsupportedMediaType, JsonBody.WrongContentType, JsonBody.RightContentType);
        context.Response.Headers.Allow = "POST";
        return Problems.Write(context, StatusCodes.Status405MethodNotAllowed, "This address takes POST.", shape);
    }
}
