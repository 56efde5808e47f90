namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>One condition on a field of the payload, or on the id.</summary>
internal sealed record Condition
{
    private Condition()
    {
    }

    public string? Key { get; private init; }

    public Match? Match { get; private init; }

    public RangeBounds? Range { get; private init; }

    public IReadOnlyList<Guid>? HasId { get; private init; }

    public static Condition Is(string key, string value) => new() { Key = key, Match = new Match(value, null) };

    /// <summary>An empty list matches nothing.</summary>
    public static Condition IsAny(string key, params string[] values) => new() { Key = key, Match = new Match(null, values) };

    public static Condition LessThan(string key, long value) => new() { Key = key, Range = new RangeBounds(value, null) };

    public static Condition AtMost(string key, long value) => new() { Key = key, Range = new RangeBounds(null, value) };

    /// <summary>An empty list matches nothing.</summary>
    public static Condition IdIn(params Guid[] ids) => new() { HasId = ids };
}
