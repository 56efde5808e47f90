using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using NodeBot.Core.Conversation;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Rest;

/// <summary>The calls of Discord's REST API that the bot makes.</summary>
internal sealed class DiscordClient(DiscordHttp http)
{
    // A first answer is worthless three seconds after the interaction was sent.
    private static readonly TimeSpan CallbackPatience = TimeSpan.FromSeconds(2.8);

    // An interaction's token lives for 15 minutes.
    private static readonly TimeSpan TokenPatience = TimeSpan.FromMinutes(14);

    public Task<DiscordResult<JsonApplication>> ApplicationAsync(CancellationToken cancellation) =>
        http.SendAsync(new Route(HttpMethod.Get, "applications/@me", "applications/@me", ""), null, DiscordJson.Default.JsonApplication, cancellation);

    public Task<DiscordResult<JsonGatewayBot>> GatewayAsync(CancellationToken cancellation) =>
        http.SendAsync(new Route(HttpMethod.Get, "gateway/bot", "gateway/bot", ""), null, DiscordJson.Default.JsonGatewayBot, cancellation);

    /// <param name="application">The application's id.</param>
    /// <param name="guild">A guild's id for its own commands; null for the global ones.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<DiscordResult<JsonArray>> CommandsAsync(string application, string? guild, CancellationToken cancellation) =>
        http.SendAsync(Commands(HttpMethod.Get, application, guild, "?with_localizations=true"), null, JsonNodes.Default.JsonArray, cancellation);

    /// <summary>Replaces all commands.</summary>
    public Task<DiscordResult<JsonArray>> PutCommandsAsync(string application, string? guild, IReadOnlyList<CommandProperties> commands, CancellationToken cancellation) =>
        http.SendAsync(Commands(HttpMethod.Put, application, guild, ""), () => Json(commands, DiscordJson.Default.IReadOnlyListCommandProperties), JsonNodes.Default.JsonArray, cancellation);

    /// <summary>The first answer to an interaction, with its files.</summary>
    public Task<DiscordResult<object>> CallbackAsync(string interaction, string token, InteractionResponseProperties response, IReadOnlyList<ReplyFile> files, CancellationToken cancellation) =>
        http.SendAsync<object>(
            new Route(HttpMethod.Post, $"interactions/{interaction}/{token}/callback", "interactions/callback", token) { IsBot = false, Patience = CallbackPatience },
            () => WithFiles(Json(response, DiscordJson.Default.InteractionResponseProperties), files),
            null,
            cancellation);

    public Task<DiscordResult<object>> EditOriginalAsync(string application, string token, MessageProperties message, IReadOnlyList<ReplyFile> files, CancellationToken cancellation) =>
        http.SendAsync<object>(
            new Route(HttpMethod.Patch, $"webhooks/{application}/{token}/messages/@original", "webhooks/messages/@original", token) { IsBot = false, Patience = TokenPatience },
            () => WithFiles(Json(message, DiscordJson.Default.MessageProperties), files),
            null,
            cancellation);

    public Task<DiscordResult<object>> DeleteOriginalAsync(string application, string token, CancellationToken cancellation) =>
        http.SendAsync<object>(
            new Route(HttpMethod.Delete, $"webhooks/{application}/{token}/messages/@original", "webhooks/messages/@original", token) { IsBot = false, Patience = TokenPatience },
            null,
            null,
            cancellation);

    /// <summary>Another message after the first answer. Nothing keeps a second try from being a second message, so there is none once it was sent.</summary>
    public Task<DiscordResult<object>> FollowUpAsync(string application, string token, MessageProperties message, IReadOnlyList<ReplyFile> files, CancellationToken cancellation) =>
        http.SendAsync<object>(
            new Route(HttpMethod.Post, $"webhooks/{application}/{token}", "webhooks", token) { IsBot = false, IsRepeatable = false, Patience = TokenPatience },
            () => WithFiles(Json(message, DiscordJson.Default.MessageProperties), files),
            null,
            cancellation);

    /// <summary>Posts a message; a nonce makes it safe to try again.</summary>
    public Task<DiscordResult<JsonMessage>> PostAsync(string channel, MessageProperties message, IReadOnlyList<ReplyFile> files, CancellationToken cancellation) =>
        http.SendAsync(
            new Route(HttpMethod.Post, $"channels/{channel}/messages", "channels/messages", channel) { IsRepeatable = message.EnforceNonce == true },
            () => WithFiles(Json(message, DiscordJson.Default.MessageProperties), files),
            DiscordJson.Default.JsonMessage,
            cancellation);

    /// <summary>Opens a thread below a message; a message has at most one, so that a second try does no harm.</summary>
    public Task<DiscordResult<JsonChannel>> OpenThreadAsync(string channel, string message, ThreadProperties thread, CancellationToken cancellation) =>
        http.SendAsync(
            new Route(HttpMethod.Post, $"channels/{channel}/messages/{message}/threads", "channels/messages/threads", channel) { AuditReason = "A member asked NodeBot a question by mentioning it." },
            () => Json(thread, DiscordJson.Default.ThreadProperties),
            DiscordJson.Default.JsonChannel,
            cancellation);

    public Task<DiscordResult<JsonChannel>> ChannelAsync(string channel, CancellationToken cancellation) =>
        http.SendAsync(new Route(HttpMethod.Get, $"channels/{channel}", "channels", channel), null, DiscordJson.Default.JsonChannel, cancellation);

    /// <summary>Opens the private channel with a user, or gives the one there is.</summary>
    public Task<DiscordResult<JsonChannel>> PrivateChannelAsync(string user, CancellationToken cancellation) =>
        http.SendAsync(
            new Route(HttpMethod.Post, "users/@me/channels", "users/@me/channels", ""),
            () => Json(new PrivateChannelProperties(user), DiscordJson.Default.PrivateChannelProperties),
            DiscordJson.Default.JsonChannel,
            cancellation);

    private static Route Commands(HttpMethod method, string application, string? guild, string query) => guild is null
        ? new Route(method, $"applications/{application}/commands{query}", "applications/commands", "")
        : new Route(method, $"applications/{application}/guilds/{guild}/commands{query}", "applications/guilds/commands", guild);

    private static ByteArrayContent Json<T>(T value, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static HttpContent WithFiles(ByteArrayContent json, IReadOnlyList<ReplyFile> files)
    {
        if (files.Count == 0)
            return json;
        var form = new MultipartFormDataContent { { json, "payload_json" } };
        for (var i = 0; i < files.Count; i++)
        {
            var part = new ReadOnlyMemoryContent(files[i].Content);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(files[i].MediaType);
            form.Add(part, $"files[{i}]", files[i].Name);
        }

        return form;
    }
}
