namespace NodeBot.Retrieval.Qdrant;

/// <summary>What went wrong with a call, as far as a caller must act differently.</summary>
internal enum QdrantFailureKind
{
    /// <summary>No answer: refused, broken off, or not in time. A write may have been done.</summary>
    Unreachable,

    /// <summary>The server answered 5xx: dead replicas, its own time-out, consensus. A write may have been done.</summary>
    Unavailable,

    /// <summary>No key or a wrong one.</summary>
    Unauthorized,

    /// <summary>The key may not write.</summary>
    Forbidden,

    /// <summary>The collection or alias is not there.</summary>
    NotFound,

    /// <summary>It is there already.</summary>
    Conflict,

    /// <summary>The server refused the request as wrong; to repeat it is no use.</summary>
    Invalid,

    /// <summary>Too many requests for now.</summary>
    RateLimited,

    /// <summary>What answered is no Qdrant.</summary>
    NotQdrant,
}
