using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NodeBot.Web;

/// <summary>Where people reach the pages: as set, or where the server listens.</summary>
internal sealed class PublicAddress(WebOptions options, IServer server)
{
    private static readonly Uri Default = new("http://localhost:5080");

    public Uri Value => options.PublicUrl ?? Listening() ?? Default;

    private Uri? Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is null)
            return null;
        foreach (var wildcard in new[] { "://+", "://*", "://0.0.0.0", "://[::]" })
            address = address.Replace(wildcard, "://localhost", StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var url) ? url : null;
    }
}
