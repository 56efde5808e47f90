using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Gateway;

/// <summary>One connection to the gateway, from hello to its end.</summary>
internal sealed class GatewayConnection(DiscordOptions options, int shard, int shards, GatewayEvents events, TimeProvider time) : IDisposable
{
    private const int Dispatch = 0;
    private const int Heartbeat = 1;
    private const int Reconnect = 7;
    private const int InvalidSession = 9;
    private const int Hello = 10;
    private const int HeartbeatAck = 11;

    // A server that accepts and says nothing is given up after this time.
    private static readonly TimeSpan HelloPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Session? _session;
    private string _self = "";
    private Uri? _url;
    // The last event that was seen; negative before the first. Read by the heartbeat while events come in.
    private long _sequence = -1;
    private bool _wasReady;
    private volatile bool _isAcknowledged = true;
    private string? _givenUp;

    /// <summary>Told when a session has begun or was resumed.</summary>
    public Action? Ready { get; init; }

    /// <param name="url">Where to connect.</param>
    /// <param name="session">A session to go on with; null to begin one.</param>
    /// <param name="self">The bot's own user id, when it is known.</param>
    /// <param name="cancellation">Closes the connection so that the session ends with it.</param>
    public async Task<ConnectionEnd> RunAsync(Uri url, Session? session, string self, CancellationToken cancellation)
    {
        _session = session;
        Volatile.Write(ref _sequence, session?.Sequence ?? -1);
        _self = self;
        _url = url;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var beating = Task.CompletedTask;
        try
        {
            _socket.Options.SetRequestHeader("User-Agent", UserAgent.Value);
            await _socket.ConnectAsync(url, stop.Token).ConfigureAwait(false);
            using var reader = new PayloadReader(_socket);
            var interval = await HelloAsync(reader, stop.Token).ConfigureAwait(false);
            beating = BeatOrCutAsync(interval, stop.Token);
            await BeginAsync(stop.Token).ConfigureAwait(false);
            while (await reader.ReadAsync(stop.Token).ConfigureAwait(false) is { } payload)
            {
                if (await TakeAsync(Read(payload), stop.Token).ConfigureAwait(false) is { } end)
                {
                    await CloseAsync(CloseCode.Resuming).ConfigureAwait(false);
                    return end;
                }
            }

            var code = (int?)_socket.CloseStatus;
            return End(CloseCode.Action(code), code, "closed by the server");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await CloseAsync((int)WebSocketCloseStatus.NormalClosure).ConfigureAwait(false);
            return End(CloseAction.Stop, null, "stopped");
        }
        catch (Exception e) when (e is WebSocketException or InvalidDataException or JsonException or IOException or OperationCanceledException or TimeoutException or ObjectDisposedException)
        {
            return End(CloseAction.Resume, (int?)_socket.CloseStatus is { } code && CloseCode.Action(code) != CloseAction.Resume ? code : null, _givenUp ?? e.GetType().Name);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Cuts the connection without a word, as a network would.</summary>
    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }

    private static JsonGatewayPayload Read(ReadOnlyMemory<byte> payload) => JsonSerializer.Deserialize(payload.Span, DiscordJson.Default.JsonGatewayPayload) ?? throw new JsonException();

    private ConnectionEnd End(CloseAction action, int? code, string reason)
    {
        var known = code is null ? action : CloseCode.Action(code);
        var session = known == CloseAction.Resume && _session is not null ? _session with { Sequence = Math.Max(Volatile.Read(ref _sequence), _session.Sequence) } : null;
        return new ConnectionEnd(known == CloseAction.Resume && session is null ? CloseAction.Identify : known, session, code, _wasReady, reason);
    }

    private static async Task<TimeSpan> HelloAsync(PayloadReader reader, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(HelloPatience);
        if (await reader.ReadAsync(patience.Token).ConfigureAwait(false) is not { } payload || Read(payload) is not { Op: Hello } hello)
            throw new InvalidDataException("The gateway said no hello.");
        var interval = hello.D.Deserialize(DiscordJson.Default.JsonHello)!.HeartbeatInterval;
        return TimeSpan.FromMilliseconds(Math.Clamp(interval, 10, 300_000));
    }

    private Task BeginAsync(CancellationToken cancellation) => _session is { } session
        ? SendAsync(new ResumeProperties(new ResumeData(options.Token!, session.Id, session.Sequence)), DiscordJson.Default.ResumeProperties, cancellation)
        : SendAsync(new IdentifyProperties(new IdentifyData(options.Token!, Intents.Default, [shard, shards])), DiscordJson.Default.IdentifyProperties, cancellation);

    // Returns how the connection ends when it is to end now.
    private async Task<ConnectionEnd?> TakeAsync(JsonGatewayPayload payload, CancellationToken cancellation)
    {
        switch (payload.Op)
        {
            case Dispatch:
                Handle(payload);
                return null;
            case Heartbeat:
                await SendBeatAsync(cancellation).ConfigureAwait(false);
                return null;
            case HeartbeatAck:
                _isAcknowledged = true;
                return null;
            case Reconnect:
                return End(CloseAction.Resume, null, "asked to reconnect");
            case InvalidSession:
                var canResume = payload.D.ValueKind == JsonValueKind.True;
                return End(canResume ? CloseAction.Resume : CloseAction.Identify, null, "the session is invalid");
            default:
                return null;
        }
    }

    private void Handle(JsonGatewayPayload payload)
    {
        // What was seen before a resume may come again, and late: the position never goes back.
        if (payload.S is { } sequence && sequence > Volatile.Read(ref _sequence))
            Volatile.Write(ref _sequence, sequence);
        switch (payload.T)
        {
            case "READY" when payload.D.Deserialize(DiscordJson.Default.JsonReady) is { SessionId: { } id } ready:
                _self = ready.User?.Id ?? ready.Application?.Id ?? "";
                _session = new Session(id, Uri.TryCreate(ready.ResumeGatewayUrl, UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss" ? url : _url!, Volatile.Read(ref _sequence));
                Begun();
                break;
            case "RESUMED":
                Begun();
                break;
            case { } name:
                events.Handle(name, payload.D, _self);
                break;
        }
    }

    private void Begun()
    {
        _wasReady = true;
        Ready?.Invoke();
    }

    /// <summary>The bot's own user id, once a session has told it.</summary>
    public string Self => _self;

    private async Task BeatAsync(TimeSpan interval, CancellationToken cancellation)
    {
        // The first beat comes at a random time, so that after an outage not all clients beat at once.
        var wait = interval * Random.Shared.NextDouble();
        while (true)
        {
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
            if (!_isAcknowledged)
            {
                // A zombie: open, but nobody is there. It is cut, and the session resumed.
                _givenUp = "the last heartbeat was not acknowledged";
                _socket.Abort();
                return;
            }

            _isAcknowledged = false;
            await SendBeatAsync(cancellation).ConfigureAwait(false);
            wait = interval;
        }
    }

    // A heart that stops must not go unnoticed: whatever stops it ends the connection.
    private async Task BeatOrCutAsync(TimeSpan interval, CancellationToken cancellation)
    {
        try
        {
            await BeatAsync(interval, cancellation).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            _socket.Abort();
        }
    }

    private Task SendBeatAsync(CancellationToken cancellation)
    {
        var sequence = Volatile.Read(ref _sequence);
        return SendAsync(new HeartbeatProperties(sequence < 0 ? null : sequence), DiscordJson.Default.HeartbeatProperties, cancellation);
    }

    // Heartbeats and one identify or resume: far below the 120 a minute that are allowed.
    private async Task SendAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task CloseAsync(int code)
    {
        using var patience = new CancellationTokenSource(ClosePatience);
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // It is gone already.
        }
    }
}
