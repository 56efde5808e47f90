using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace NodeBot.Retrieval.Qdrant;

/// <summary>The two clients: one that searches and must be quick, one that writes and has patience. Keys are sent, never logged.</summary>
internal sealed class QdrantHttp : IDisposable
{
    private const string SearchName = "qdrant-search";
    private const string WriteName = "qdrant-write";

    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(75);

    private readonly ServiceProvider _services;

    /// <param name="options">Checked settings.</param>
    public QdrantHttp(QdrantOptions options)
    {
        var services = new ServiceCollection();
        var patience = TimeSpan.FromMilliseconds(options.TimeoutMs);
        Add(services, SearchName, options, string.IsNullOrEmpty(options.ReadOnlyApiKey) ? options.ApiKey : options.ReadOnlyApiKey)
            .AddResilienceHandler(SearchName, pipeline => pipeline
                .AddTimeout(patience)
                .AddRetry(Retries(options.Nodes.Count, TimeSpan.Zero))
                .AddTimeout(options.Nodes.Count > 1 ? patience / 2 : patience));
        Add(services, WriteName, options, string.IsNullOrEmpty(options.ApiKey) ? options.ReadOnlyApiKey : options.ApiKey)
            .AddResilienceHandler(WriteName, pipeline => pipeline
                .AddRetry(Retries(Math.Max(2, options.Nodes.Count), TimeSpan.FromMilliseconds(200)))
                .AddTimeout(WritePatience));
        // After the retries, so that each retry may meet another node.
        foreach (var name in new[] { SearchName, WriteName })
            services.AddHttpClient(name).AddHttpMessageHandler(() => new NodeFailover(options.Nodes));
        _services = services.BuildServiceProvider();
        var factory = _services.GetRequiredService<IHttpClientFactory>();
        Search = new QdrantClient(factory.CreateClient(SearchName));
        Write = new QdrantClient(factory.CreateClient(WriteName));
    }

    public QdrantClient Search { get; }

    public QdrantClient Write { get; }

    public void Dispose() => _services.Dispose();

    private static IHttpClientBuilder Add(ServiceCollection services, string name, QdrantOptions options, string? key) => services
        .AddHttpClient(name, http =>
        {
            http.BaseAddress = options.Nodes[0];
            http.Timeout = Timeout.InfiniteTimeSpan;
            if (!string.IsNullOrEmpty(key))
                http.DefaultRequestHeaders.Add("api-key", key);
        })
        .RemoveAllLoggers()
        // Kept for the life of the process: addresses of nodes are looked up again every two minutes.
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            AllowAutoRedirect = false,
            SslOptions = Tls(options.CaFile),
        });

    private static HttpRetryStrategyOptions Retries(int count, TimeSpan delay) => new()
    {
        MaxRetryAttempts = count,
        Delay = delay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = delay > TimeSpan.Zero,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Context.GetRequestMessage()?.Options.TryGetValue(QdrantClient.Idempotent, out var idempotent) == true && idempotent
            && (arguments.Outcome.Exception is HttpRequestException or TimeoutRejectedException || (int?)arguments.Outcome.Result?.StatusCode is >= 500 or 429)),
    };

    private static SslClientAuthenticationOptions Tls(string? caFile)
    {
        if (caFile is null)
            return new SslClientAuthenticationOptions();
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(caFile);
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }
}
