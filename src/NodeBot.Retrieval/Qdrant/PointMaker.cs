using System.Collections.Frozen;
using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Embedded;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Makes points of passages, by the statistics of the shipped knowledge: the same passage gives the same point everywhere.</summary>
/// <param name="retrieval">Holds the shipped knowledge, complete with vectors.</param>
internal sealed class PointMaker(KnowledgeRetrieval retrieval)
{
    private readonly FrozenDictionary<string, int> _shipped = retrieval.Knowledge.Contents.Passages.Index().ToFrozenDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);

    /// <summary>The passages of the shipped knowledge that are searched.</summary>
    public IReadOnlyList<Passage> Shipped => retrieval.Knowledge.Contents.Passages;

    /// <returns>A shipped passage's point.</returns>
    public Point MakeShipped(Passage passage) => Make(retrieval.Knowledge.Cards[_shipped[passage.Id]], Notes(passage), version: 0);

    /// <returns>The hash of a shipped passage.</returns>
    public string HashOfShipped(Passage passage) => PassageHash.Of(passage, Notes(passage));

    /// <summary>Makes the point of a passage that was added, or of what is left of one that was removed.</summary>
    /// <exception cref="Exception">Whatever the embedder throws.</exception>
    public async Task<Point> MakeAsync(StoredPassage stored, CancellationToken cancellation)
    {
        if (stored.Passage is not { } passage)
            return Tombstone(stored);
        List<float[]> rows = [];
        if (retrieval.Profile is { } profile)
        {
            var (questions, texts, _, _) = retrieval.Knowledge.Weigh(passage, []);
            foreach (var text in texts.Concat(questions.Select(question => profile.QuestionPrefix + question.Text)))
                rows.Add(await retrieval.EmbedAsync(text, cancellation).ConfigureAwait(false));
        }

        return Make(ScoreCardMaker.Make(passage, [], rows, retrieval.Knowledge), [], stored.Version);
    }

    /// <returns>The point of a passage whose card is made.</returns>
    public static Point Make(ScoreCard card, IReadOnlyList<Passage> notes, long version)
    {
        IReadOnlyList<float[]>? rows = card.Vectors is { } table ? [.. Enumerable.Range(0, table.Count).Select(row => table.Row(row).ToArray())] : null;
        return new Point(PointId.Of(card.Passage.Id), new PointVectors(rows, SparseTerms.Vector(card.Words)), Payload(card, notes, version));
    }

    private IReadOnlyList<Passage> Notes(Passage passage) => retrieval.Knowledge.Contents.Knowledge.NotesAbout(passage.Id);

    // Stays where the passage was, so that an older change that comes late cannot bring it back. Its vectors must be
    // overwritten: an upsert that leaves a vector out may leave the old one in place.
    private Point Tombstone(StoredPassage stored)
    {
        IReadOnlyList<float[]>? rows = retrieval.Profile is { } profile ? [new float[profile.Dimension]] : null;
        return new Point(
            PointId.Of(stored.Id),
            new PointVectors(rows, new SparseVector([], [])),
            new PointPayload(stored.Id, "", stored.Version, PointPayload.Removed, null, null, null, null, null, null, null, null));
    }

    private static PointPayload Payload(ScoreCard card, IReadOnlyList<Passage> notes, long version) => new(
        card.Passage.Id,
        PassageHash.Of(card.Passage, notes),
        version,
        PointPayload.Approved,
        card.Passage.Source,
        card.Passage.Community ?? PointPayload.Everyone,
        card.Passage.Language,
        card.Passage.Country,
        FirstDay(card.Passage.AsOf),
        card.Passage,
        notes,
        CardBytes.Write(card));

    private static string FirstDay(string asOf) => asOf.Length switch
    {
        4 => asOf + "-01-01",
        7 => asOf + "-01",
        _ => asOf,
    };
}
