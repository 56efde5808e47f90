using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Interactions;

/// <summary><c>POST /discord/interactions</c>: interactions that Discord sends, signed.</summary>
internal static partial class InteractionEndpoint
{
    public const string Path = "/discord/interactions";

    // The longest message with everything that it resolves stays far below; a body without end is not read.
    private const int LongestBody = 512 * 1024;

    public static void MapInteractions(this IEndpointRouteBuilder app, SignatureVerifier verifier, InteractionReceiver receiver, ILogger logger)
    {
        var hasAccepted = false;
        var hasWarned = false;
        app.MapPost(Path, async context =>
        {
            await HandleAsync(context, verifier, receiver).ConfigureAwait(false);
            hasAccepted |= context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status202Accepted;
            // Discord sends wrong signatures on purpose; a key that never fits is worth a line.
            if (context.Response.StatusCode == StatusCodes.Status401Unauthorized && !hasAccepted && !hasWarned)
            {
                hasWarned = true;
                NeverFits(logger);
            }
        }).ExcludeFromDescription();
    }

    private static async Task HandleAsync(HttpContext context, SignatureVerifier verifier, InteractionReceiver receiver)
    {
        var signature = context.Request.Headers["X-Signature-Ed25519"] is [{ } one] ? one : null;
        var timestamp = context.Request.Headers["X-Signature-Timestamp"] is [{ } when] ? when : null;
        if (!verifier.IsPlausible(signature, timestamp))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "The signature is missing, malformed or too old.").ConfigureAwait(false);
            return;
        }

        if (await BodyAsync(context).ConfigureAwait(false) is not { } body)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "The body is too large.").ConfigureAwait(false);
            return;
        }

        if (!verifier.Verify(signature!, timestamp!, body))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "The signature is wrong.").ConfigureAwait(false);
            return;
        }

        if (Parse(body) is not { } interaction)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The body is no interaction.").ConfigureAwait(false);
            return;
        }

        await AnswerAsync(context, receiver, interaction).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(HttpContext context, InteractionReceiver receiver, JsonInteraction interaction)
    {
        var answer = await receiver.ReceiveAsync(interaction, context.RequestAborted).ConfigureAwait(false);
        if (answer is { FitsResponse: true })
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(answer.Response, DiscordJson.Default.InteractionResponseProperties);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = json.Length;
            await context.Response.Body.WriteAsync(json, context.RequestAborted).ConfigureAwait(false);
            await context.Response.CompleteAsync().ConfigureAwait(false);
            receiver.Continue(answer);
            return;
        }

        // 202 says that the answer comes, or came, by a request of ours.
        if (answer is not null)
            await receiver.CallBackAsync(interaction, answer, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static JsonInteraction? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.JsonInteraction) is { Type: not null } interaction ? interaction : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LongestBody)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LongestBody;
        try
        {
            using var buffer = new MemoryStream();
            await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
            return buffer.Length > LongestBody ? null : buffer.ToArray();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(why, context.RequestAborted).ConfigureAwait(false);
    }

    [LoggerMessage(LogLevel.Warning, "Discord: a request was refused because its signature does not fit NodeBot:Discord:PublicKey, and none has fitted yet. If Discord does not accept the Interactions Endpoint URL, copy the public key anew from \"General Information\".")]
    private static partial void NeverFits(ILogger logger);
}
