namespace NodeBot.Peers;

/// <summary>Three real Qdrant nodes on 127.0.0.1 that form a cluster.</summary>
public sealed class QdrantCluster : IAsyncDisposable
{
    private QdrantCluster(IReadOnlyList<QdrantServer> nodes) => Nodes = nodes;

    public IReadOnlyList<QdrantServer> Nodes { get; }

    /// <summary>Addresses of all nodes, as <c>NodeBot:Qdrant:Url</c> takes them.</summary>
    public string Urls => string.Join(';', Nodes.Select(node => node.Url));

    public static async Task<QdrantCluster> StartAsync()
    {
        var first = FreePort.Next();
        var nodes = new List<QdrantServer> { await NodeAsync(first, null) };
        await nodes[0].WaitAsync();
        for (var i = 0; i < 2; i++)
        {
            nodes.Add(await NodeAsync(FreePort.Next(), first));
            await nodes[^1].WaitAsync();
        }

        return new QdrantCluster(nodes);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            await node.DisposeAsync();
    }

    private static Task<QdrantServer> NodeAsync(int port, int? bootstrap) => QdrantServer.StartAsync(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["QDRANT__CLUSTER__ENABLED"] = "true", ["QDRANT__CLUSTER__P2P__PORT"] = $"{port}" },
        bootstrap is null ? ["--uri", $"http://127.0.0.1:{port}"] : ["--uri", $"http://127.0.0.1:{port}", "--bootstrap", $"http://127.0.0.1:{bootstrap}"],
        wait: false);
}
