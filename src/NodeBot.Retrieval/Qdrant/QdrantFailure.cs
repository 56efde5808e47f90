namespace NodeBot.Retrieval.Qdrant;

/// <summary>Why a call failed.</summary>
/// <param name="Kind">What to do about it.</param>
/// <param name="Message">The server's words or ours, one line, without keys.</param>
internal sealed record QdrantFailure(QdrantFailureKind Kind, string Message)
{
    /// <summary>Whether the same call may succeed later.</summary>
    public bool MayPass => Kind is QdrantFailureKind.Unreachable or QdrantFailureKind.Unavailable or QdrantFailureKind.RateLimited;
}
