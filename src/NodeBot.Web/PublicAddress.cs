using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NodeBot.Web;

/// <summary>Where people reach the pages: as set, or where the server listens.</summary>
internal sealed class PublicAddress(WebOptions options, IServer server)
{
    private static readonly Uri Default = new(WebAddress.Default);

    public Uri Value => options.PublicUrl ?? Listening() ?? Default;

    private Uri? Listening() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? WebAddress.Open(address) : null;
}
