namespace NodeBot.Discord.Rendering;

/// <summary>
/// What a button or select carries in its <c>custom_id</c>: the words that it says in the person's place. It gives no right that
/// typing would not give, so it needs no store and works after a restart.
/// </summary>
internal static class PressKey
{
    /// <summary>Longest <c>custom_id</c> and longest value of a select (Discord's limits).</summary>
    public const int Longest = 100;

    private const string Say = "say:";
    private const string Fill = "fill:";

    /// <summary>The <c>custom_id</c> of a select; what it says is its value.</summary>
    public const string Pick = "pick:";

    /// <returns>The key of a button; null when the words are too long for one.</returns>
    public static string? Button(string says) => says.Length <= Longest - Say.Length ? Say + says : null;

    /// <returns>The key of a modal.</returns>
    public static string Modal(string says) => Fill + says;

    /// <returns>What a pressed button, a chosen line or a filled-in modal says; null when it is none of ours.</returns>
    public static string? Says(string? customId, IReadOnlyList<string>? values)
    {
        if (customId is null)
            return null;
        if (customId.StartsWith(Say, StringComparison.Ordinal))
            return customId[Say.Length..];
        if (customId.StartsWith(Fill, StringComparison.Ordinal))
            return customId[Fill.Length..];
        return customId.StartsWith(Pick, StringComparison.Ordinal) && values is [{ } value, ..] ? value : null;
    }
}
