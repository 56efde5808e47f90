using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Memory;
using NodeBot.Retrieval.Dense;

namespace NodeBot.Retrieval.Embedded;

/// <summary>Embeds questions: keeps recent ones, and passes over an embedder that fails for a while.</summary>
/// <param name="embedder">Stays the caller's to dispose; null for words alone.</param>
internal sealed class QuestionEmbedder(IEmbeddingGenerator<string, Embedding<float>>? embedder) : IDisposable
{
    /// <summary>Vectors of recent questions that are kept: 4,096 of 384 numbers are 6 MB.</summary>
    public const int RecentQuestions = 4096;

    // A remote embedder that does not answer within this time is passed over for a while: words alone still answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly MemoryCache _recent = new(new MemoryCacheOptions { SizeLimit = RecentQuestions });
    private long _pausedUntil;

    public bool IsPaused => Environment.TickCount64 < Interlocked.Read(ref _pausedUntil);

    /// <returns>A unit vector; empty when there is none to be had now.</returns>
    public async ValueTask<ReadOnlyMemory<float>> EmbedAsync(string text, CancellationToken cancellation)
    {
        if (_recent.TryGetValue(text, out ReadOnlyMemory<float> known))
            return known;
        if (embedder is null || IsPaused)
            return default;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var vector = await embedder.GenerateVectorAsync(text, cancellationToken: patience.Token).ConfigureAwait(false);
            ReadOnlyMemory<float> unit = Unit.Of(vector.Span);
            return _recent.Set(text, unit, new MemoryCacheEntryOptions { Size = 1 });
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Whatever a remote service does wrong, the question is still answered by words.
            Interlocked.Exchange(ref _pausedUntil, Environment.TickCount64 + (long)Pause.TotalMilliseconds);
            return default;
        }
    }

    public void Dispose() => _recent.Dispose();
}
