using System.Buffers;
using System.IO.Compression;
using System.Net.WebSockets;

namespace NodeBot.Discord.Gateway;

/// <summary>Reads payloads from a socket that sends <c>zlib-stream</c>: one zlib context for the whole connection.</summary>
internal sealed class PayloadReader : IDisposable
{
    // The largest payload is that of a large guild becoming available; more than this is an attack or a mistake.
    private const int LongestPayload = 32 * 1024 * 1024;

    private readonly WebSocket _socket;
    private readonly ArrayBufferWriter<byte> _compressed = new(16 * 1024);
    private readonly ArrayBufferWriter<byte> _inflated = new(64 * 1024);
    private readonly Source _source = new();
    private readonly ZLibStream _zlib;

    public PayloadReader(WebSocket socket)
    {
        _socket = socket;
        _zlib = new ZLibStream(_source, CompressionMode.Decompress);
    }

    /// <returns>The next payload, valid until the next call; null when the other side has closed.</returns>
    /// <exception cref="InvalidDataException">What came is no such stream, or too long.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        _compressed.ResetWrittenCount();
        while (true)
        {
            var result = await _socket.ReceiveAsync(_compressed.GetMemory(8 * 1024), cancellation).ConfigureAwait(false);
            if (result.MessageType == WebSocketMessageType.Close)
                return null;
            _compressed.Advance(result.Count);
            if (_compressed.WrittenCount > LongestPayload)
                throw new InvalidDataException("A payload is too long.");
            if (!result.EndOfMessage)
                continue;
            // A server that does not compress says so by its text messages.
            if (result.MessageType == WebSocketMessageType.Text)
                return _compressed.WrittenMemory;
            if (_compressed.WrittenSpan.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFF, 0xFF]))
                return Inflate();
        }
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _source.Dispose();
    }

    private ReadOnlyMemory<byte> Inflate()
    {
        _source.Feed(_compressed.WrittenMemory);
        _inflated.ResetWrittenCount();
        while (true)
        {
            var count = _zlib.Read(_inflated.GetSpan(16 * 1024));
            if (count == 0)
                return _inflated.WrittenMemory;
            _inflated.Advance(count);
            if (_inflated.WrittenCount > LongestPayload)
                throw new InvalidDataException("A payload is too long.");
        }
    }

    // Ends when the frame is used up, and goes on with the next.
    private sealed class Source : Stream
    {
        private ReadOnlyMemory<byte> _rest;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Feed(ReadOnlyMemory<byte> bytes) => _rest = bytes;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, _rest.Length);
            _rest.Span[..count].CopyTo(buffer);
            _rest = _rest[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
