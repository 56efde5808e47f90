namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>Kept in a collection's metadata: whose it is and what it was made with.</summary>
/// <param name="Schema">Version of the layout of points.</param>
/// <param name="Alias">The alias that it was made for.</param>
/// <param name="Embedder">Identity of the embedder.</param>
/// <param name="Dimension">Length of its vectors.</param>
/// <param name="Knowledge">Hash of the shipped knowledge.</param>
/// <param name="From">Sequence number of the last change before the building began: changes after it are applied on top.</param>
/// <param name="Created">When the building began.</param>
/// <param name="State"><see cref="Building"/> or <see cref="Ready"/>.</param>
internal sealed record IndexIdentity(int Schema, string Alias, string Embedder, int Dimension, string Knowledge, long From, DateTimeOffset Created, string State)
{
    /// <summary>Not all points are in it yet.</summary>
    public const string Building = "building";

    /// <summary>It was whole and checked.</summary>
    public const string Ready = "ready";


    /// <summary>The key under which it stands.</summary>
    public const string Key = "nodebot";
}
