using System.Text.Json;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>Looks at what stands behind the alias, and says in one line what is wrong with it and what mends it.</summary>
/// <param name="client">Asks Qdrant.</param>
/// <param name="options">Checked settings.</param>
/// <param name="wanted">What the index must have been made with.</param>
internal sealed class IndexInspector(QdrantClient client, QdrantOptions options, IndexIdentity wanted)
{
    private const string Reindex = "Run: nodebot reindex";

    // A bot that starts does not wait longer before it answers from what it has.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<IndexFinding> LookAsync(CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Patience);
        try
        {
            return await LookNowAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(new QdrantFailure(QdrantFailureKind.Unreachable, $"no answer in {Patience.TotalSeconds:0} s"));
        }
    }

    private async Task<IndexFinding> LookNowAsync(CancellationToken cancellation)
    {
        var root = await client.RootAsync(cancellation).ConfigureAwait(false);
        if (!root.Ok)
            return Failed(root.Failure);
        if (root.Value.Title?.Contains("qdrant", StringComparison.OrdinalIgnoreCase) != true)
            return Failed(new QdrantFailure(QdrantFailureKind.NotQdrant, "the answer is not one of Qdrant's"));
        if (Version.TryParse(root.Value.Version, out var version) && version < CollectionLayout.OldestServer)
            return Wrong($"Qdrant at {options.Url} is version {version}; NodeBot needs {CollectionLayout.OldestServer} or later. Update Qdrant.");

        var aliases = await client.AliasesAsync(cancellation).ConfigureAwait(false);
        if (!aliases.Ok)
            return Failed(aliases.Failure);
        var collection = aliases.Value.Aliases.FirstOrDefault(alias => alias.AliasName == options.Collection)?.CollectionName;
        var info = await client.CollectionAsync(collection ?? options.Collection, cancellation).ConfigureAwait(false);
        if (info.Failure?.Kind == QdrantFailureKind.NotFound)
            return new IndexFinding(IndexState.Missing, $"Qdrant at {options.Url} holds no index \"{options.Collection}\" yet. {Reindex}");
        return info.Ok ? Judge(collection, info.Value) : Failed(info.Failure);
    }

    /// <returns>What a collection of ours was made with; null for one of somebody else.</returns>
    public static IndexIdentity? Identity(CollectionInfo info)
    {
        if (info.Config.Metadata?.GetValueOrDefault(IndexIdentity.Key) is not { ValueKind: JsonValueKind.Object } metadata)
            return null;
        try
        {
            return metadata.Deserialize(QdrantJson.Default.IndexIdentity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IndexFinding Judge(string? collection, CollectionInfo info)
    {
        if (collection is null || Identity(info) is not { } identity)
            return Wrong($"\"{options.Collection}\" in Qdrant at {options.Url} was made by somebody else. Set NodeBot:Qdrant:Collection to another name, then run: nodebot reindex", collection);
        if (identity.Schema > CollectionLayout.Schema)
            return Wrong($"The index \"{options.Collection}\" was made by a newer NodeBot (schema {identity.Schema}, this one reads {CollectionLayout.Schema}). Update NodeBot, or go back to this version's index with: nodebot reindex", collection, identity);
        if (identity.Schema < CollectionLayout.Schema)
            return Wrong($"The index \"{options.Collection}\" was made by an older NodeBot (schema {identity.Schema}, this one reads {CollectionLayout.Schema}). {Reindex}", collection, identity);
        if (identity.Embedder != wanted.Embedder || identity.Dimension != wanted.Dimension || DimensionOf(info) is { } dimension && dimension != wanted.Dimension)
            return Wrong($"The index \"{options.Collection}\" was made with the embedder {identity.Embedder} ({DimensionOf(info) ?? 0} dimensions); the settings say {wanted.Embedder} ({wanted.Dimension}). Set NodeBot:Embedder back, or run: nodebot reindex", collection, identity);
        return new IndexFinding(IndexState.Usable, "", collection, identity);
    }

    private static int? DimensionOf(CollectionInfo info) =>
        info.Config.Params.Vectors is { ValueKind: JsonValueKind.Object } vectors && vectors.TryGetProperty(PointVectors.DenseName, out var dense)
        && dense.TryGetProperty("size", out var size) && size.TryGetInt32(out var dimension) ? dimension : null;

    private IndexFinding Failed(QdrantFailure failure) => failure.Kind switch
    {
        QdrantFailureKind.Unauthorized => Wrong($"Qdrant at {options.Url} does not accept the key. Set NodeBot:Qdrant:ApiKey (or ReadOnlyApiKey) to the key that the server was started with."),
        QdrantFailureKind.Forbidden => Wrong($"Qdrant at {options.Url} does not let this key read ({failure.Message}). Set NodeBot:Qdrant:ReadOnlyApiKey to a key that may."),
        QdrantFailureKind.NotQdrant => Wrong($"What answers at {options.Url} is no Qdrant. Set NodeBot:Qdrant:Url to its REST address, such as http://localhost:6333."),
        _ when failure.MayPass => new IndexFinding(IndexState.Down, $"Qdrant at {options.Url} does not answer ({failure.Message}). Start it, or check NodeBot:Qdrant:Url.", Failure: failure),
        _ => Wrong($"Qdrant at {options.Url} refuses: {failure.Message}"),
    };

    private static IndexFinding Wrong(string message, string? collection = null, IndexIdentity? identity = null) => new(IndexState.Wrong, message, collection, identity);
}
