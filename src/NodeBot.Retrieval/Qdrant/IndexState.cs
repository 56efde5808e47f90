namespace NodeBot.Retrieval.Qdrant;

/// <summary>What stands behind the alias.</summary>
internal enum IndexState
{
    /// <summary>Ours, of this schema and embedder.</summary>
    Usable,

    /// <summary>Nothing: it was never made.</summary>
    Missing,

    /// <summary>Qdrant cannot be asked now; this may pass by itself.</summary>
    Down,

    /// <summary>It cannot be used until somebody mends it.</summary>
    Wrong,
}
