using Microsoft.Extensions.Caching.Memory;

namespace NodeBot.Core.Conversation;

/// <summary>Keeps one member from flooding those who help.</summary>
public sealed class HumanRequests(TimeProvider time) : IDisposable
{
    /// <summary>Requests of one member within an hour.</summary>
    public const int Most = 5;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly MemoryCache _recent = new(new MemoryCacheOptions());

    /// <returns>Whether the member may ask now; then it is counted.</returns>
    public bool TryTake(string member)
    {
        var times = _recent.GetOrCreate(member, entry =>
        {
            entry.SlidingExpiration = Window;
            return new Queue<long>();
        })!;
        lock (times)
        {
            while (times.TryPeek(out var first) && time.GetElapsedTime(first) >= Window)
                times.Dequeue();
            if (times.Count >= Most)
                return false;
            times.Enqueue(time.GetTimestamp());
            return true;
        }
    }

    public void Dispose() => _recent.Dispose();
}
