namespace NodeBot.Discord;

/// <summary>Discord's ids: numbers of up to 64 bits, sent as strings.</summary>
internal static class Snowflake
{
    private const int LongestId = 20;

    /// <returns>Whether a text is an id; what is not goes into no address and no message.</returns>
    public static bool IsOne(string? text) => text is { Length: > 0 and <= LongestId } && text.All(char.IsAsciiDigit);
}
