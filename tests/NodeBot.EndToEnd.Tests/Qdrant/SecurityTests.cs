using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodeBot.Peers;
using NodeBot.Retrieval.Qdrant;
using NodeBot.Retrieval.Qdrant.Wire;

namespace NodeBot.EndToEnd.Tests.Qdrant;

public sealed class SecurityTests(SharedQdrant shared)
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal) { ["QDRANT__SERVICE__API_KEY"] = "full-key", ["QDRANT__SERVICE__READ_ONLY_API_KEY"] = "read-key" };

    [Fact]
    public async Task Searching_needs_the_read_only_key_alone_and_that_key_cannot_write()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await using var server = await QdrantServer.StartAsync(Keys);
        using var index = await TestIndex.CreateAsync(shared, server.Url, options => (options.ApiKey, options.ReadOnlyApiKey) = ("full-key", "read-key"));
        var collection = await index.BuildAsync();
        (await index.FindAsync("should I keep logs"))[0].ShouldBe("guide/do-not-log/reasons");
        (await index.Qdrant.Client.DeleteCollectionAsync(collection, default)).Failure!.Kind.ShouldBe(QdrantFailureKind.Forbidden);

        using var reader = await TestIndex.CreateAsync(shared, server.Url, options => (options.ReadOnlyApiKey, options.Collection) = ("read-key", index.Alias));
        reader.Qdrant.Options.MayWrite.ShouldBeFalse();
        (await reader.FindAsync("should I keep logs"))[0].ShouldBe("guide/do-not-log/reasons");
        (await reader.Qdrant.LookAsync(default)).State.ShouldBe(IndexState.Usable);
    }

    [Fact]
    public async Task Over_TLS_the_certificate_is_checked_against_the_authority_that_is_named()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        var (authority, certificate, key) = MakeCertificates();
        await using var server = await QdrantServer.StartAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["QDRANT__SERVICE__ENABLE_TLS"] = "true", ["QDRANT__TLS__CERT"] = certificate, ["QDRANT__TLS__KEY"] = key },
            scheme: "https");
        using var trusting = await TestIndex.CreateAsync(shared, server.Url, options => options.CaFile = authority);
        await trusting.BuildAsync();
        (await trusting.FindAsync("should I keep logs"))[0].ShouldBe("guide/do-not-log/reasons");

        using var strict = await TestIndex.CreateAsync(shared, server.Url);
        var finding = await strict.Qdrant.LookAsync(default);
        finding.State.ShouldBe(IndexState.Down);
        finding.Message.ShouldContain("certificate");
    }

    [Fact]
    public async Task No_failure_tells_a_key()
    {
        Assert.SkipUnless(QdrantServer.IsSupported, QdrantServer.NotSupported);
        await using var server = await QdrantServer.StartAsync(Keys);
        using var index = await TestIndex.CreateAsync(shared, server.Url, options => options.ApiKey = "secret-that-is-wrong");
        (await index.Qdrant.LookAsync(default)).Message.ShouldNotContain("secret");
        (await index.Qdrant.WriteClient.CountAsync("x", new CountPoints(null, Exact: true), default)).Failure!.Message.ShouldNotContain("secret");
        (await Should.ThrowAsync<QdrantException>(index.NewBuilder().RunAsync(null, default))).ToString().ShouldNotContain("secret");
    }

    private (string Authority, string Certificate, string Key) MakeCertificates()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=NodeBot test authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var authority = authorityRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), RandomNumberGenerator.GetBytes(8));

        string Write(string name, string pem)
        {
            var path = Path.Combine(shared.Folder, name);
            File.WriteAllText(path, pem);
            return path;
        }

        return (Write("ca.pem", authority.ExportCertificatePem()), Write("cert.pem", certificate.ExportCertificatePem()), Write("key.pem", key.ExportPkcs8PrivateKeyPem()));
    }
}
