using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NodeBot.Peers.Discord;

/// <summary>One connection to the fake gateway, compressed as one stream when the client asked for it.</summary>
internal sealed class FakeSocket(WebSocket socket, bool compresses) : IDisposable
{
    // Not disposed: somebody may be about to send while the connection ends.
    private readonly SemaphoreSlim _sending = new(1);
    private readonly MemoryStream _compressed = new();
    private ZLibStream? _zlib;

    public async Task SendAsync(JsonObject payload)
    {
        await _sending.WaitAsync();
        try
        {
            var bytes = Encoding.UTF8.GetBytes(payload.ToJsonString());
            if (compresses)
            {
                _zlib ??= new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);
                _compressed.SetLength(0);
                await _zlib.WriteAsync(bytes);
                await _zlib.FlushAsync();
                bytes = _compressed.ToArray();
            }

            await socket.SendAsync(bytes, compresses ? WebSocketMessageType.Binary : WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException or NotSupportedException or IOException)
        {
            // The client has gone; its session keeps the event.
        }
        finally
        {
            _sending.Release();
        }
    }

    public async Task<JsonObject?> ReadAsync()
    {
        using var buffer = new MemoryStream();
        var part = new byte[8192];
        while (true)
        {
            var result = await socket.ReceiveAsync(part, CancellationToken.None);
            if (result.MessageType == WebSocketMessageType.Close)
                return null;
            await buffer.WriteAsync(part.AsMemory(0, result.Count));
            if (result.EndOfMessage)
                return JsonNode.Parse(buffer.ToArray()) as JsonObject;
        }
    }

    public int? ClosedWith => (int?)socket.CloseStatus;

    public Task CloseAsync(int code) => socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);

    /// <summary>Cuts it without a word.</summary>
    public void Drop() => socket.Abort();

    public void Dispose()
    {
        _zlib?.Dispose();
        _compressed.Dispose();
    }
}
