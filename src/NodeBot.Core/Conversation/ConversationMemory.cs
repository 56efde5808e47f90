using Microsoft.Extensions.Caching.Memory;

namespace NodeBot.Core.Conversation;

/// <summary>The last question of each conversation, in memory and for a short time, so that "and in Germany?" can be understood.</summary>
public sealed class ConversationMemory(TimeProvider time) : IDisposable
{
    /// <summary>How long a question is remembered after it was asked.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(15);

    // Conversations remembered at once: at most 1,000 characters each, 20 MB.
    private const int MostKept = 10_000;

    private readonly MemoryCache _last = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <returns>The last question; null when there is none or it is too long ago.</returns>
    public AskedBefore? Last(string conversation) =>
        _last.Get<(AskedBefore Asked, long At)?>(conversation) is { } last && time.GetElapsedTime(last.At) < Bound ? last.Asked : null;

    public void Remember(string conversation, AskedBefore asked) =>
        _last.Set(conversation, ((AskedBefore, long)?)(asked, time.GetTimestamp()), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Bound });

    public void Dispose() => _last.Dispose();
}
