using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace NodeBot.Core.Complaints.Reading;

/// <summary>Finds the IP address that the letter is about, and its port.</summary>
internal static partial class AddressFinder
{
    // Below are the ports of services: the ones that were called, rather than the caller's.
    private const int LeastOwn = 1024;
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"(?<![\d.])(?<ip>\d{1,3}(\.\d{1,3}){3})(?![\d]|\.\d)(:(?<port>\d{1,5})(?!\d))?|\[?(?<![\w:])(?<ip>[0-9a-f]{1,4}(:[0-9a-f]{0,4}){2,7})(?![\w:])(\]:(?<port>\d{1,5}))?", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"(your|ihre|ihrer|uw|votre|su) (server|ip|address|adresse|dedicated|vps|dirección|adres)|\bsource\b|\bsrc\b|\bfrom\b|\bvon\b|\bquell|attack(er|ing)|infring|ip[-_ ]?address|ip[-_ ]adres|adresse ip|dirección ip|ip-?adresse|<ip|\bip\b|anschluss|depuis|desde|vanaf|origin|bron|offending", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"\b(target|destination|dst|dest|victim|our (server|host|network|system)|unser\p{L}* (server|system)|ziel\p{L}*|doel\p{L}*|onze server|cible|notre serveur|destino|nuestro servidor|received: from|mail server|mx|name ?server|gateway|to:?)\W{0,12}$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Other { get; }

    [GeneratedRegex(@"(?<!(dst|dest|destination|target|ziel|outgoing|outbound|ausgehende\p{L}*|uitgaande|sortant|saliente)[-_ ]?)(?<!(block|close|on|sperr\p{L}*|to) )\b(src[-_ ]?|source[-_ ]|quell)?(port|poort|puerto)\b\s*(number|nr\.?|no\.?|n°)?\s*[:=>]\s*(?<port>\d{2,5})(?!\d)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LabelledPort { get; }

    [GeneratedRegex(@"(?<![\d.])(?<ip>\d{1,3}(\.\d{1,3}){3})(?!\d)[\s,;(]{1,3}((over|via|and|und|en|et|y|über) )?(port|poort|puerto) (?<port>\d{2,5})(?!\d| ssh| \[preauth)|\b(?<word>source|src|quell|bron)[- ]?(port|poort) (?<port>\d{2,5})(?!\d)|\b(port|puerto) (source|de origen|d['’]origine) (?<port>\d{2,5})(?<word>)(?!\d)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BesidePort { get; }

    /// <returns>Whether any address stands in the letter.</returns>
    public static bool StandsIn(string text) => Address.Matches(text).Any(match => IPAddress.TryParse(match.Groups["ip"].Value, out var ip) && (ip.AddressFamily == AddressFamily.InterNetwork || IsWritten(match.Groups["ip"].Value)));

    /// <returns>Address and port; null where the letter is not clear about it.</returns>
    public static (string? Ip, int? Port) Find(string text)
    {
        var found = new List<(string Ip, int? Port, int Score, int At)>();
        foreach (Match match in Address.Matches(text))
        {
            if (!IPAddress.TryParse(match.Groups["ip"].Value, out var ip) || (ip.AddressFamily == AddressFamily.InterNetworkV6 && !IsWritten(match.Groups["ip"].Value)) || IPAddress.IsLoopback(ip))
                continue;
            var before = text[Math.Max(0, match.Index - 60)..match.Index];
            var line = before[(before.LastIndexOf('\n') + 1)..];
            found.Add((ip.ToString(), Port(match.Groups["port"].Value), Other.IsMatch(line) ? -2 : Label.IsMatch(line) ? 2 : 0, match.Index));
        }

        if (found.Count == 0)
            return (null, null);
        var ranked = found.GroupBy(address => address.Ip, StringComparer.Ordinal)
            .Select(group => (Ip: group.Key, Score: group.Max(address => address.Score) + Math.Min(group.Count(), 4) - 1, group.First().At, Port: group.Select(address => address.Port).FirstOrDefault(port => port is not null)))
            .OrderByDescending(group => group.Score).ThenBy(group => group.At).ToList();
        // Two that nothing tells apart are none.
        if (ranked[0].Score < 0 || (ranked.Count > 1 && ranked[1].Score == ranked[0].Score && ranked[0].Score < 2))
            return (null, null);
        return (ranked[0].Ip, ranked[0].Port ?? OnlyPort(text) ?? PortBeside(text, ranked[0].Ip));
    }

    private static int? OnlyPort(string text)
    {
        var ports = LabelledPort.Matches(text).Select(match => Port(match.Groups["port"].Value)).Where(port => port is not null).Distinct().ToList();
        return ports.Count == 1 ? ports[0] : null;
    }

    // "IP address 192.0.2.1, port 42001"; a log's lines name many ports, and none of them is the one.
    private static int? PortBeside(string text, string ip)
    {
        var ports = BesidePort.Matches(text).Where(match => match.Groups["ip"].Value == ip || match.Groups["word"].Success).Select(match => Port(match.Groups["port"].Value)).Where(port => port >= LeastOwn).Distinct().ToList();
        return ports.Count == 1 ? ports[0] : null;
    }

    // A time such as 10:20:30 is none.
    private static bool IsWritten(string ip) => ip.Contains("::", StringComparison.Ordinal) || ip.Count(c => c == ':') == 7;

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;
}
