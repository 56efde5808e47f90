using Microsoft.Extensions.Caching.Memory;
using NodeBot.Discord.Rest;
using NodeBot.Discord.Wire;

namespace NodeBot.Discord.Messages;

/// <summary>What kind of channel a message stands in; asked once and kept for a while.</summary>
internal sealed class ChannelParents(DiscordClient client) : IDisposable
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <returns>The channel; null when it cannot be seen.</returns>
    public async Task<JsonChannel?> FindAsync(string channel, CancellationToken cancellation)
    {
        if (_known.TryGetValue(channel, out JsonChannel? known))
            return known;
        var found = await client.ChannelAsync(channel, cancellation).ConfigureAwait(false);
        if (found.Value is { } value)
            _known.Set(channel, value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        return found.Value;
    }

    public void Dispose() => _known.Dispose();
}
