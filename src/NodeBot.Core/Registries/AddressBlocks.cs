using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace NodeBot.Core.Registries;

/// <summary>Which registry keeps an address, after the tables that IANA publishes. An address that is looked up is not kept.</summary>
public sealed class AddressBlocks
{
    private readonly AddressBlock[] _blocks;

    private AddressBlocks(AddressBlock[] blocks) => _blocks = blocks;

    /// <returns>The blocks that come with the program.</returns>
    public static AddressBlocks Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("address-blocks.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'));
        // The longest prefix counts, so it stands first.
        return new AddressBlocks([.. lines.Select(Read).OrderByDescending(block => block.Network.PrefixLength)]);
    }

    /// <param name="text">An address as people write it, also in brackets or with a prefix length behind it.</param>
    /// <returns>The address; null when it is none. An IPv4 address inside IPv6 counts as itself.</returns>
    public static IPAddress? Parse(string text)
    {
        text = text.Trim().TrimStart('[').Split('/', '%')[0].TrimEnd(']').Trim();
        var isV6 = text.Contains(':', StringComparison.Ordinal);
        // The parser also takes "1" and "0x7f.1" for addresses, and octal numbers.
        if (!isV6 && (text.Split('.') is not { Length: 4 } parts || !Array.TrueForAll(parts, part => part.Length is 1 or 2 or 3 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0'))))
            return null;
        if (!IPAddress.TryParse(text, out var address))
            return null;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    /// <returns>The smallest block that holds an address; null when none does.</returns>
    public AddressBlock? Find(IPAddress address) => Array.Find(_blocks, block => block.Network.Contains(address));

    /// <summary>Whether addresses of this kind are given out at all: of IPv6 only 2000::/3 is.</summary>
    public static bool IsGivenOut(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork || (address.GetAddressBytes()[0] & 0xE0) == 0x20;

    private static AddressBlock Read(string line)
    {
        var parts = line.Split(' ', 3);
        var network = IPNetwork.Parse(parts[0]);
        return parts[1] == "special" ? new AddressBlock(network, null, IsSure: true, parts[2]) : new AddressBlock(network, parts[1], parts[2] == "sure", null);
    }
}
