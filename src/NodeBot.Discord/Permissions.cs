using System.Globalization;
using System.Numerics;

namespace NodeBot.Discord;

/// <summary>Permission bits (Discord's documentation, "Bitwise Permission Flags").</summary>
internal static class Permissions
{
    private static readonly BigInteger Administrator = BigInteger.One << 3;
    private static readonly BigInteger ManageGuild = BigInteger.One << 5;

    /// <summary>
    /// What the bot asks for: View Channel (10), Send Messages (11), Embed Links (14), Attach Files (15), Read Message History (16),
    /// Create Public Threads (35), Send Messages in Threads (38).
    /// </summary>
    public static readonly BigInteger Asked = new[] { 10, 11, 14, 15, 16, 35, 38 }.Aggregate(BigInteger.Zero, (sum, bit) => sum | (BigInteger.One << bit));

    /// <param name="bits">Bit set as a string; unreadable is none.</param>
    /// <returns>Whether a member with these permissions manages the guild.</returns>
    public static bool Manages(string? bits) =>
        bits is { Length: <= 40 } && BigInteger.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var set) && !(set & (Administrator | ManageGuild)).IsZero;
}
