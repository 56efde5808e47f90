using System.Diagnostics.CodeAnalysis;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>What a call gave: its result, or why it failed.</summary>
internal readonly record struct QdrantResult<T>(T? Value, QdrantFailure? Failure)
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Ok => Failure is null;
}
