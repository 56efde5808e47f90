namespace NodeBot.Retrieval.Qdrant;

/// <summary>Sends to one of several nodes; when it does not answer, the next request (a retry, too) goes to the next one.</summary>
/// <param name="nodes">Base addresses, at least one.</param>
internal sealed class NodeFailover(IReadOnlyList<Uri> nodes) : DelegatingHandler
{
    // A retry sends the same message again, whose address by then is that of the node before.
    private static readonly HttpRequestOptionsKey<Uri> Path = new("path");

    private int _current;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var turn = Volatile.Read(ref _current);
        if (!request.Options.TryGetValue(Path, out var path))
            request.Options.Set(Path, path = nodes[0].MakeRelativeUri(request.RequestUri!));
        request.RequestUri = new Uri(nodes[turn % nodes.Count], path);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode >= 500)
                Next(turn);
            return response;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Next(turn);
            throw;
        }
    }

    private void Next(int turn) => Interlocked.CompareExchange(ref _current, (turn + 1) % nodes.Count, turn);
}
