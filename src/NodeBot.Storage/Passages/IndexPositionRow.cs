namespace NodeBot.Storage.Passages;

/// <summary>How far an index is.</summary>
internal sealed class IndexPositionRow
{
    public required string Name { get; init; }

    public long Sequence { get; set; }
}
