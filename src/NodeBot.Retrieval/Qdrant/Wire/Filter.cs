namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Conditions that must all hold. It has at least one by construction: an empty filter means every point.</summary>
internal sealed record Filter
{
    private Filter(IReadOnlyList<Condition> must) => Must = must;

    public IReadOnlyList<Condition> Must { get; }

    public static Filter Where(Condition first, params Condition[] others) => new([first, .. others]);
}
