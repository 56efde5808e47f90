using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NodeBot.Peers;

/// <summary>Ports of this machine that nobody listens on.</summary>
public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <returns>A port that was free a moment ago and was not given before in this process.</returns>
    public static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.TryAdd(port, true))
                return port;
        }
    }
}
