namespace NodeBot.Storage.Passages;

/// <summary>
/// Numbers changes. The row is locked from the update to the commit, so numbers are given in the order of the commits: with a
/// database sequence a reader could pass over a number that commits late.
/// </summary>
internal sealed class CounterRow
{
    public const string Outbox = "outbox";

    public required string Name { get; init; }

    public long Value { get; set; }
}
