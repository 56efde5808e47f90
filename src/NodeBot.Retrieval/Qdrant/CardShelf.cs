using System.Collections.Frozen;
using Microsoft.Extensions.Caching.Memory;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Score cards by id and hash: those of the shipped knowledge, and recent ones that were read from Qdrant.</summary>
internal sealed class CardShelf(IndexedKnowledge knowledge, int size) : IDisposable
{
    private readonly FrozenDictionary<(string, string), ScoreCard> _shipped = knowledge.Cards.ToFrozenDictionary(
        card => (card.Passage.Id, PassageHash.Of(card.Passage, knowledge.Contents.Knowledge.NotesAbout(card.Passage.Id))));

    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = size });

    /// <summary>Whose statistics the cards were weighed by.</summary>
    public IndexedKnowledge Knowledge => knowledge;

    public ScoreCard? Find(string id, string hash) =>
        _shipped.GetValueOrDefault((id, hash)) ?? _read.Get<ScoreCard>((id, hash));

    /// <returns>The card of a point that was read whole; null when it is not whole.</returns>
    public ScoreCard? Add(FoundPoint point)
    {
        if (point.Payload is not { Passage: { } passage, Card: { } bytes } payload || CardBytes.Read(passage, bytes) is not { } card)
            return null;
        return _read.Set((payload.Id, payload.Hash), card, new MemoryCacheEntryOptions { Size = 1 });
    }

    public void Dispose() => _read.Dispose();
}
