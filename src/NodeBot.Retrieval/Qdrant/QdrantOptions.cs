namespace NodeBot.Retrieval.Qdrant;

/// <summary>Settings under <c>NodeBot:Qdrant</c>.</summary>
public sealed class QdrantOptions
{
    /// <summary>Base addresses of the nodes, separated by ';'. Empty: no Qdrant.</summary>
    public string? Url { get; set; }

    /// <summary>May write: used by the worker and by <c>reindex</c>, and for searching where there is no other. Never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>May only read: used for searching. A process that has no other never writes. Never logged.</summary>
    public string? ReadOnlyApiKey { get; set; }

    /// <summary>Name of the alias that is searched; collections are named after it.</summary>
    public string Collection { get; set; } = "nodebot";

    /// <summary>Certificate (PEM) of the authority that signed the server's certificate, where the system does not know it.</summary>
    public string? CaFile { get; set; }

    /// <summary>Allows http to other machines. Keys and questions' vectors then pass in the clear.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>How long a search may wait for Qdrant before the embedded copy answers. 200 leaves room in the 300 ms that a person may wait.</summary>
    public int TimeoutMs { get; set; } = 200;

    /// <summary>Shards of a new collection. 1 until one node is too small.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Copies of each shard in a new collection, on different nodes.</summary>
    public int Replicas { get; set; } = 1;

    /// <summary>Replicas that must confirm a write; 0 for half of them, rounded up: a cluster of three then writes with one node dead.</summary>
    public int WriteConsistency { get; set; }

    /// <summary>Keeps full vectors on disk; those rounded to int8 stay in memory.</summary>
    public bool OnDisk { get; set; } = true;

    internal bool IsSet => !string.IsNullOrWhiteSpace(Url);

    /// <summary>Whether this process may bring the index up to date.</summary>
    internal bool MayWrite => string.IsNullOrEmpty(ReadOnlyApiKey) || !string.IsNullOrEmpty(ApiKey);

    internal int Confirmations => WriteConsistency > 0 ? WriteConsistency : (Replicas + 1) / 2;

    internal IReadOnlyList<Uri> Nodes => [.. (Url ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => new Uri(text.TrimEnd('/') + "/"))];

    /// <returns>What is wrong with the settings and how to mend it, or null.</returns>
    public string? Problem()
    {
        if (!IsSet)
            return ApiKey is null && ReadOnlyApiKey is null ? null : "NodeBot:Qdrant:Url is missing though a key is set; set it to the address of Qdrant, such as http://localhost:6333.";
        return UrlProblem() ?? NumberProblem();
    }

    private string? UrlProblem()
    {
        foreach (var text in Url!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
                return $"NodeBot:Qdrant:Url holds \"{WithoutUser(text)}\"; write an address such as http://localhost:6333, several separated by ';'. Keys go into NodeBot:Qdrant:ApiKey.";
            if (url.Scheme == "http" && !url.IsLoopback && !AllowPlainHttp)
                return $"NodeBot:Qdrant:Url is plain http to another machine ({url.Host}): keys and questions could be read on the way. Use https, or set NodeBot:Qdrant:AllowPlainHttp to true where the network is your own.";
        }

        return CaFile is not null && !File.Exists(CaFile) ? $"NodeBot:Qdrant:CaFile is \"{CaFile}\", which is not there; name the file of the authority's certificate (PEM), or leave it out." : null;
    }

    private string? NumberProblem()
    {
        if (Collection.Length is 0 or > 100 || !Collection.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return $"NodeBot:Qdrant:Collection is \"{Collection}\"; use letters, digits, '-' and '_', 100 at the most.";
        if (TimeoutMs is < 10 or > 10_000)
            return $"NodeBot:Qdrant:TimeoutMs is {TimeoutMs}; set it to a number from 10 to 10000.";
        if (Shards is < 1 or > 1000)
            return $"NodeBot:Qdrant:Shards is {Shards}; set it to a number from 1 to 1000.";
        if (Replicas is < 1 or > 20)
            return $"NodeBot:Qdrant:Replicas is {Replicas}; set it to a number from 1 to 20.";
        if (WriteConsistency < 0 || WriteConsistency > Replicas)
            return $"NodeBot:Qdrant:WriteConsistency is {WriteConsistency}; set it to a number from 1 to NodeBot:Qdrant:Replicas ({Replicas}), or leave it out.";
        return null;
    }

    private static string WithoutUser(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? "…" + text[at..] : text;
}
