namespace NodeBot.Retrieval.Embedded;

/// <summary>Picks the highest of many scores.</summary>
internal static class Nearest
{
    /// <returns>Places of the <paramref name="count"/> highest scores above 0, highest first, ties by place.</returns>
    public static List<int> Top(ReadOnlySpan<float> scores, int count)
    {
        var queue = new PriorityQueue<int, (float, int)>(count + 1);
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0)
                continue;
            if (queue.Count < count)
                queue.Enqueue(i, (scores[i], -i));
            else if (queue.TryPeek(out _, out var least) && scores[i] > least.Item1)
                queue.EnqueueDequeue(i, (scores[i], -i));
        }

        var places = new List<int>(queue.Count);
        while (queue.TryDequeue(out var place, out _))
            places.Add(place);
        places.Reverse();
        return places;
    }
}
