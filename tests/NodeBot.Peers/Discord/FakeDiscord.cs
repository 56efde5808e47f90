using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;

namespace NodeBot.Peers.Discord;

/// <summary>
/// A Discord on this machine: REST, gateway, and a sender of signed interactions. It keeps to the documented protocol as far as the
/// bot uses it, and refuses what Discord refuses. That it is like Discord is shown by discord.js, which logs in to it and uses it.
/// </summary>
public sealed partial class FakeDiscord : IAsyncDisposable
{
    public const string Token = "MTIwMDAwMDAwMDAwMDAwMDAwMQ.GfAkE0.dGhpcyBpcyBubyByZWFsIHRva2VuIGF0IGFsbA";
    public const string Application = "1200000000000000001";
    public const string Guild = "1200000000000000002";
    public const string Channel = "1200000000000000003";
    public const string HelpersChannel = "1200000000000000004";
    public const string ClosedChannel = "1200000000000000005";
    public const string User = "1200000000000000010";
    public const string OtherUser = "1200000000000000011";
    public const string ModeratorRole = "1200000000000000020";

    private readonly WebApplication _app;
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly ConcurrentDictionary<string, JsonArray> _commands = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeInteractionState> _interactions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeInteractionState> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JsonObject> _byNonce = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _threads = new(StringComparer.Ordinal);

    private FakeDiscord(WebApplication app, int port)
    {
        _app = app;
        Api = new Uri($"http://127.0.0.1:{port}/api/v10");
        GatewayUrl = $"ws://127.0.0.1:{port}/gateway";
        Gateway = new FakeGateway(GatewayUrl, Token);
    }

    public Uri Api { get; }

    public string GatewayUrl { get; }

    public FakeGateway Gateway { get; }

    /// <summary>64 hex characters.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    /// <summary>What was wrong with messages that the bot sent; each was refused.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>Messages in channels, in order.</summary>
    public ConcurrentQueue<JsonObject> Messages { get; } = new();

    /// <summary>Prescribes answers: the first that gives one counts. It gets the method and the path below the API's base.</summary>
    public Func<string, string, FakeAnswer?>? Prescribed { get; set; }

    public int Shards { get; set; } = 1;

    public int MaxConcurrency { get; set; } = 1;

    public int SessionsLeft { get; set; } = 1000;

    public int SessionsResetAfter { get; set; } = 14_400_000;

    public string InteractionsEndpoint { get; set; } = "";

    public static async Task<FakeDiscord> StartAsync()
    {
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var fake = new FakeDiscord(app, port);
        app.UseWebSockets();
        app.Run(fake.HandleAsync);
        await app.StartAsync();
        return fake;
    }

    public static JsonObject BotUser() => new() { ["id"] = Application, ["username"] = "NodeBot", ["discriminator"] = "0", ["avatar"] = null, ["bot"] = true, ["global_name"] = null };

    public static JsonObject GuildObject() => new()
    {
        ["id"] = Guild, ["name"] = "Nodes", ["icon"] = null, ["owner_id"] = User, ["unavailable"] = false, ["member_count"] = 2, ["large"] = false, ["features"] = new JsonArray(),
        ["roles"] = new JsonArray(new JsonObject { ["id"] = Guild, ["name"] = "@everyone", ["permissions"] = "2147483647", ["position"] = 0, ["color"] = 0, ["hoist"] = false, ["managed"] = false, ["mentionable"] = false, ["flags"] = 0 }),
        ["channels"] = new JsonArray(ChannelObject(Channel, 0), ChannelObject(HelpersChannel, 0)), ["threads"] = new JsonArray(), ["members"] = new JsonArray(), ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(), ["emojis"] = new JsonArray(), ["stickers"] = new JsonArray(), ["stage_instances"] = new JsonArray(), ["guild_scheduled_events"] = new JsonArray(),
        ["joined_at"] = "2024-01-01T00:00:00.000000+00:00", ["preferred_locale"] = "en-US", ["verification_level"] = 0, ["default_message_notifications"] = 0, ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0, ["premium_tier"] = 0, ["nsfw_level"] = 0, ["system_channel_flags"] = 0, ["afk_timeout"] = 300, ["premium_progress_bar_enabled"] = false,
    };

    /// <summary>A message event.</summary>
    public static JsonObject Message(string text, string channel = Channel, string? guild = Guild, bool mentionsBot = true, string user = User) => new()
    {
        ["id"] = FakeInteractions.NewId(), ["channel_id"] = channel, ["guild_id"] = guild, ["content"] = text, ["type"] = 0, ["timestamp"] = "2026-01-01T00:00:00.000000+00:00", ["edited_timestamp"] = null,
        ["author"] = new JsonObject { ["id"] = user, ["username"] = "operator", ["discriminator"] = "0", ["avatar"] = null }, ["member"] = new JsonObject { ["roles"] = new JsonArray(), ["joined_at"] = "2024-01-01T00:00:00.000000+00:00", ["deaf"] = false, ["mute"] = false, ["flags"] = 0 },
        ["mentions"] = mentionsBot ? new JsonArray(BotUser()) : new JsonArray(), ["mention_roles"] = new JsonArray(), ["mention_everyone"] = false, ["attachments"] = new JsonArray(), ["embeds"] = new JsonArray(), ["tts"] = false, ["pinned"] = false,
    };

    /// <summary>Makes an interaction known, so that it can be answered, and sends it over the gateway.</summary>
    public Task EmitAsync(JsonObject interaction)
    {
        Know(interaction);
        return Gateway.EmitAsync("INTERACTION_CREATE", interaction);
    }

    /// <summary>Signs an interaction as Discord does and sends it. What stands in the response is taken as the first answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient bot, JsonObject interaction)
    {
        Know(interaction);
        var response = await SendAsync(bot, Encoding.UTF8.GetBytes(interaction.ToJsonString()), DateTimeOffset.UtcNow);
        if ((int)response.StatusCode == StatusCodes.Status200OK && interaction["id"] is not null)
            Answer((string)interaction["id"]!, JsonNode.Parse(await response.Content.ReadAsStringAsync()), []);
        return response;
    }

    /// <summary>Signs any bytes.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient bot, byte[] body, DateTimeOffset at, Action<HttpRequestMessage>? change = null)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "discord/interactions") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.UTF8.GetBytes(timestamp), .. body])));
        change?.Invoke(request);
        return await bot.SendAsync(request);
    }

    /// <returns>What became of an interaction.</returns>
    public FakeInteractionState State(JsonObject interaction) => _interactions[(string)interaction["id"]!];

    /// <returns>The commands that are registered: global, or a guild's own.</returns>
    public JsonArray Commands(string? guild = null) => _commands.GetValueOrDefault(guild ?? "", []);

    public async ValueTask DisposeAsync()
    {
        Gateway.DropAll();
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private static JsonObject ChannelObject(string id, int type, string? parent = null) => new() { ["id"] = id, ["type"] = type, ["guild_id"] = Guild, ["name"] = "channel", ["position"] = 0, ["permission_overwrites"] = new JsonArray(), ["parent_id"] = parent, ["flags"] = 0 };

    private void Know(JsonObject interaction)
    {
        if ((string?)interaction["id"] is { } id && (string?)interaction["token"] is { } token)
            _byToken.TryAdd(token, _interactions.GetOrAdd(id, _ => new FakeInteractionState(token)));
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path == "/gateway" && context.WebSockets.IsWebSocketRequest)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await Gateway.RunAsync(socket, context.Request.Query["compress"] == "zlib-stream", context.Request.Headers.UserAgent.ToString());
            return;
        }

        var path = context.Request.Path.Value!.Replace("/api/v10/", "", StringComparison.Ordinal).TrimStart('/');
        var (body, files) = await BodyAsync(context.Request);
        var answer = Prescribed?.Invoke(context.Request.Method, path) ?? Authorize(context.Request, path) ?? Route(context.Request.Method, path, body, files);
        Requests.Enqueue(new RecordedRequest(context.Request.Method, path, body, files, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), answer.Status));
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers ?? new Dictionary<string, string>())
            context.Response.Headers[name] = value;
        if (answer.Body is null)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Body.ToJsonString());
    }

    private static async Task<(JsonNode? Body, List<(string, long)> Files)> BodyAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            return (JsonNode.Parse(form["payload_json"].ToString()), [.. form.Files.Select(file => (file.FileName, file.Length))]);
        }

        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        return (text.Length == 0 ? null : JsonNode.Parse(text), []);
    }

    private static FakeAnswer? Authorize(HttpRequest request, string path) =>
        path.StartsWith("interactions/", StringComparison.Ordinal) || path.StartsWith("webhooks/", StringComparison.Ordinal) || request.Headers.Authorization == "Bot " + Token
            ? null
            : FakeAnswer.Error(401, 0);

    private FakeAnswer Route(string method, string path, JsonNode? body, IReadOnlyList<(string, long)> files) => (method, path.Split('/')) switch
    {
        ("GET", ["gateway", "bot"]) => new FakeAnswer(200, new JsonObject
        {
            ["url"] = GatewayUrl, ["shards"] = Shards,
            ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = SessionsLeft, ["reset_after"] = SessionsResetAfter, ["max_concurrency"] = MaxConcurrency },
        }),
        ("GET", ["applications", "@me"]) => new FakeAnswer(200, new JsonObject { ["id"] = Application, ["name"] = "NodeBot", ["verify_key"] = PublicKey, ["interactions_endpoint_url"] = InteractionsEndpoint.Length == 0 ? null : InteractionsEndpoint }),
        ("GET", ["applications", Application, "commands"]) => new FakeAnswer(200, Commands().DeepClone()),
        ("PUT", ["applications", Application, "commands"]) => Put("", body),
        ("GET", ["applications", Application, "guilds", var guild, "commands"]) => new FakeAnswer(200, Commands(guild).DeepClone()),
        ("PUT", ["applications", Application, "guilds", var guild, "commands"]) => Put(guild, body),
        ("POST", ["interactions", var id, var token, "callback"]) => Callback(id, token, body, files),
        ("PATCH", ["webhooks", Application, var token, "messages", "@original"]) => Edit(token, body, files),
        ("DELETE", ["webhooks", Application, var token, "messages", "@original"]) => Delete(token),
        ("POST", ["webhooks", Application, var token]) => FollowUp(token, body, files),
        ("GET", ["channels", ClosedChannel]) or ("POST", ["channels", ClosedChannel, "messages"]) => FakeAnswer.Error(403, 50001),
        ("GET", ["channels", var channel]) => new FakeAnswer(200, _threads.ContainsKey(channel) ? ChannelObject(channel, 11, Channel) : ChannelObject(channel, 0)),
        ("POST", ["channels", var channel, "messages"]) => Post(channel, body, files),
        ("POST", ["channels", _, "messages", var message, "threads"]) => _threads.TryAdd(message, true) ? new FakeAnswer(201, ChannelObject(message, 11, Channel)) : FakeAnswer.Error(400, 160004),
        ("POST", ["users", "@me", "channels"]) => new FakeAnswer(200, new JsonObject { ["id"] = PrivateChannel((string)body!["recipient_id"]!), ["type"] = 1 }),
        _ => FakeAnswer.Error(404, 0),
    };

    /// <returns>The private channel of the bot with a user.</returns>
    public static string PrivateChannel(string user) => user[..^3] + "999";

    private FakeAnswer Put(string guild, JsonNode? body)
    {
        if (body is not JsonArray commands)
            return FakeAnswer.Error(400, 50035);
        foreach (var command in commands.OfType<JsonObject>())
        {
            if (!NamePattern().IsMatch((string)command["name"]!) && (int?)command["type"] is null or 1)
                return FakeAnswer.Error(400, 50035);
        }

        // What the server adds, and how it says "none".
        _commands[guild] = new JsonArray([.. commands.Select(command =>
        {
            var registered = (JsonObject)command!.DeepClone();
            registered["id"] = FakeInteractions.NewId();
            registered["application_id"] = Application;
            registered["version"] = FakeInteractions.NewId();
            registered["nsfw"] = false;
            registered["dm_permission"] = true;
            registered["default_permission"] = true;
            registered.TryAdd("default_member_permissions", null);
            registered.TryAdd("name_localizations", null);
            registered.TryAdd("description_localizations", null);
            return (JsonNode)registered;
        })]);
        return new FakeAnswer(200, _commands[guild].DeepClone());
    }

    private FakeAnswer Callback(string id, string token, JsonNode? body, IReadOnlyList<(string, long)> files)
    {
        if (!_interactions.TryGetValue(id, out var state) || state.Token != token)
            return FakeAnswer.Error(404, 10062);
        if (state.First is not null)
            return FakeAnswer.Error(400, 40060);
        return Answer(id, body, files) ? new FakeAnswer(204) : FakeAnswer.Error(400, 50035);
    }

    private bool Answer(string id, JsonNode? response, IReadOnlyList<(string, long)> files)
    {
        if (!_interactions.TryGetValue(id, out var state))
            return true;
        if ((int?)response?["type"] is 4 or 7 && !Check(response["data"], files))
            return false;
        state.Answer(response!);
        return true;
    }

    private bool Check(JsonNode? message, IReadOnlyList<(string Name, long Length)> files)
    {
        var problems = MessageRules.Problems(message).ToList();
        var named = (message?["attachments"] as JsonArray ?? []).Select(file => (string)file!["filename"]!).ToList();
        if (!named.SequenceEqual(files.Select(file => file.Name)))
            problems.Add("attachments and files differ");
        foreach (var problem in problems)
            Violations.Enqueue(problem);
        return problems.Count == 0;
    }

    private FakeInteractionState? ByToken(string token) => _byToken.GetValueOrDefault(token);

    private FakeAnswer Edit(string token, JsonNode? body, IReadOnlyList<(string, long)> files)
    {
        if (ByToken(token) is not { First: not null, IsDeleted: false } state)
            return FakeAnswer.Error(404, 10015);
        if (!Check(body, files))
            return FakeAnswer.Error(400, 50035);
        state.Edits.Enqueue(body!);
        return new FakeAnswer(200, MessageObject(Channel, body!));
    }

    private FakeAnswer Delete(string token)
    {
        if (ByToken(token) is not { First: not null } state)
            return FakeAnswer.Error(404, 10015);
        state.IsDeleted = true;
        return new FakeAnswer(204);
    }

    private FakeAnswer FollowUp(string token, JsonNode? body, IReadOnlyList<(string, long)> files)
    {
        if (ByToken(token) is not { First: not null } state)
            return FakeAnswer.Error(404, 10015);
        if (!Check(body, files))
            return FakeAnswer.Error(400, 50035);
        state.FollowUps.Enqueue(body!);
        return new FakeAnswer(200, MessageObject(Channel, body!));
    }

    private FakeAnswer Post(string channel, JsonNode? body, IReadOnlyList<(string, long)> files)
    {
        // Without an Authorization of the bot's it may be another client's message: discord.js pings as it likes.
        if (body?["nonce"] is not null && !Check(body, files))
            return FakeAnswer.Error(400, 50035);
        var nonce = (bool?)body?["enforce_nonce"] == true ? $"{channel} {body["nonce"]}" : null;
        if (nonce is not null && _byNonce.TryGetValue(nonce, out var first))
            return new FakeAnswer(200, first.DeepClone());
        var message = MessageObject(channel, body!);
        if (nonce is not null)
            _byNonce[nonce] = message;
        Messages.Enqueue(message);
        return new FakeAnswer(200, message.DeepClone());
    }

    private static JsonObject MessageObject(string channel, JsonNode body)
    {
        var message = Message((string?)body["content"] ?? "", channel, guild: null, mentionsBot: false);
        message["author"] = BotUser();
        foreach (var field in new[] { "components", "flags", "nonce", "message_reference", "allowed_mentions" })
        {
            // A field that is null where it is left out is more than real clients bear.
            if (body[field] is { } value)
                message[field] = value.DeepClone();
        }

        if (body["embeds"] is { } embeds)
            message["embeds"] = embeds.DeepClone();
        message["components"] ??= new JsonArray();
        return message;
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
