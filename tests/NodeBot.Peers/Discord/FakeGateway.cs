using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace NodeBot.Peers.Discord;

/// <summary>The fake's gateway: hello, identify, resume with all that was missed, heartbeats.</summary>
public sealed class FakeGateway
{
    private readonly ConcurrentDictionary<string, FakeSession> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly string _token;

    internal FakeGateway(string resumeUrl, string token) => (ResumeUrl, _token) = (resumeUrl, token);

    /// <summary>Where new sessions are told to resume.</summary>
    public string ResumeUrl { get; set; }

    /// <summary>Milliseconds.</summary>
    public int HeartbeatInterval { get; set; } = 41_250;

    public bool AcknowledgesHeartbeats { get; set; } = true;

    /// <summary>The next resumes are answered with an invalid session; the value says whether it may be tried again.</summary>
    public ConcurrentQueue<bool> InvalidSessions { get; } = new();

    /// <summary>The next identifies are closed with these codes.</summary>
    public ConcurrentQueue<int> RefusedIdentifies { get; } = new();

    /// <summary>Everything that clients have sent.</summary>
    public ConcurrentQueue<(DateTimeOffset At, JsonObject Payload)> Received { get; } = new();

    /// <summary>Codes that clients have closed with.</summary>
    public ConcurrentQueue<int?> Closes { get; } = new();

    /// <summary>User agents of the handshakes.</summary>
    public ConcurrentQueue<string> UserAgents { get; } = new();

    /// <returns>How often clients sent an opcode.</returns>
    public int Count(int op) => Received.Count(received => (int)received.Payload["op"]! == op);

    /// <summary>How many sessions have a connection.</summary>
    public int Connected => _sessions.Values.Count(session => session.Socket is not null);

    /// <summary>Sends an event to the shard of its guild; a session without a connection gets it when it is resumed.</summary>
    public async Task EmitAsync(string name, JsonObject data)
    {
        foreach (var session in _sessions.Values.Where(session => session.Has((string?)data["guild_id"])))
            await EmitAsync(session, name, data);
    }

    /// <summary>Sends the last events of every session once more, the newest first.</summary>
    public async Task RepeatAsync(int events)
    {
        foreach (var session in _sessions.Values)
        {
            List<JsonObject> last;
            lock (_lock)
                last = [.. session.Events.TakeLast(events).Reverse()];
            foreach (var payload in last)
            {
                if (session.Socket is { } socket)
                    await socket.SendAsync(payload);
            }
        }
    }

    /// <summary>Opcode 7.</summary>
    public Task AskReconnectAsync() => AllAsync(socket => socket.SendAsync(new JsonObject { ["op"] = 7, ["d"] = null }));

    /// <summary>Opcode 1: a beat is wanted now.</summary>
    public Task AskBeatAsync() => AllAsync(socket => socket.SendAsync(new JsonObject { ["op"] = 1, ["d"] = null }));

    public Task CloseAllAsync(int code) => AllAsync(socket => socket.CloseAsync(code));

    public void DropAll()
    {
        foreach (var session in _sessions.Values)
            session.Socket?.Drop();
    }

    internal async Task RunAsync(WebSocket webSocket, bool compresses, string userAgent)
    {
        UserAgents.Enqueue(userAgent);
        using var socket = new FakeSocket(webSocket, compresses);
        FakeSession? session = null;
        try
        {
            await socket.SendAsync(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = HeartbeatInterval } });
            while (await socket.ReadAsync() is { } payload)
            {
                Received.Enqueue((DateTimeOffset.UtcNow, payload));
                session = await AnswerAsync(socket, session, payload);
            }

            Closes.Enqueue(socket.ClosedWith);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
        {
            Closes.Enqueue(null);
        }
        finally
        {
            if (session?.Socket == socket)
                session.Socket = null;
        }
    }

    private async Task<FakeSession?> AnswerAsync(FakeSocket socket, FakeSession? session, JsonObject payload)
    {
        switch ((int)payload["op"]!)
        {
            case 1 when AcknowledgesHeartbeats:
                await socket.SendAsync(new JsonObject { ["op"] = 11, ["d"] = null });
                return session;
            case 2:
                return await IdentifyAsync(socket, payload["d"]!);
            case 6:
                return await ResumeAsync(socket, payload["d"]!);
            default:
                return session;
        }
    }

    private async Task<FakeSession?> IdentifyAsync(FakeSocket socket, JsonNode identify)
    {
        if (RefusedIdentifies.TryDequeue(out var code))
        {
            await socket.CloseAsync(code);
            return null;
        }

        if ((string?)identify["token"] != _token)
        {
            await socket.CloseAsync(4004);
            return null;
        }

        var session = new FakeSession(Guid.NewGuid().ToString("N"), (int?)identify["shard"]?[0] ?? 0, (int?)identify["shard"]?[1] ?? 1) { Socket = socket };
        _sessions[session.Id] = session;
        await EmitAsync(session, "READY", new JsonObject
        {
            ["v"] = 10, ["user"] = FakeDiscord.BotUser(), ["guilds"] = new JsonArray(new JsonObject { ["id"] = FakeDiscord.Guild, ["unavailable"] = true }),
            ["session_id"] = session.Id, ["resume_gateway_url"] = ResumeUrl, ["shard"] = new JsonArray(session.Shard, session.Shards),
            ["application"] = new JsonObject { ["id"] = FakeDiscord.Application, ["flags"] = 0 }, ["private_channels"] = new JsonArray(), ["relationships"] = new JsonArray(),
        });
        if (session.Has(FakeDiscord.Guild))
            await EmitAsync(session, "GUILD_CREATE", FakeDiscord.GuildObject());
        return session;
    }

    private async Task<FakeSession?> ResumeAsync(FakeSocket socket, JsonNode resume)
    {
        if (InvalidSessions.TryDequeue(out var again))
        {
            await socket.SendAsync(new JsonObject { ["op"] = 9, ["d"] = again });
            return null;
        }

        if (!_sessions.TryGetValue((string)resume["session_id"]!, out var session) || (string?)resume["token"] != _token)
        {
            await socket.SendAsync(new JsonObject { ["op"] = 9, ["d"] = false });
            return null;
        }

        List<JsonObject> missed;
        lock (_lock)
        {
            missed = [.. session.Events.Where(payload => (long)payload["s"]! > (long)resume["seq"]!)];
            session.Socket = socket;
        }

        foreach (var payload in missed)
            await socket.SendAsync(payload);
        await EmitAsync(session, "RESUMED", new JsonObject());
        return session;
    }

    private async Task EmitAsync(FakeSession session, string name, JsonObject data)
    {
        JsonObject payload;
        FakeSocket? socket;
        lock (_lock)
        {
            payload = new JsonObject { ["op"] = 0, ["t"] = name, ["s"] = (long)session.Events.Count + 1, ["d"] = data.DeepClone() };
            session.Events.Add(payload);
            socket = session.Socket;
        }

        if (socket is not null)
            await socket.SendAsync(payload);
    }

    private async Task AllAsync(Func<FakeSocket, Task> act)
    {
        foreach (var session in _sessions.Values)
        {
            if (session.Socket is { } socket)
                await act(socket);
        }
    }
}
