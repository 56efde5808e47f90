namespace NodeBot.Web;

/// <summary>Addresses that a server listens on, and the ones that people open.</summary>
public static class WebAddress
{
    /// <summary>Where the web page is when nothing else is set.</summary>
    public const string Default = "http://localhost:5080";

    private static readonly string[] Wildcards = ["://+", "://*", "://0.0.0.0", "://[::]"];

    /// <param name="listening">An address as ASP.NET writes it, wildcard hosts included.</param>
    /// <returns>The address to open on this machine, or null when it is not an absolute http(s) address.</returns>
    public static Uri? Open(string listening)
    {
        var address = Wildcards.Aggregate(listening.Trim(), (text, wildcard) => text.Replace(wildcard, "://localhost", StringComparison.Ordinal));
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
    }
}
