namespace NodeBot.Core.Complaints.Reading;

/// <summary>A letter as it came. Names are told as they stand in it, also where a scanner misread them: nothing is guessed.</summary>
internal sealed class WrittenText(string text)
{
    // So many letters may have become fewer before the name: "rn" to "m".
    private const int Slack = 12;

    private readonly string _flat = Flat(LetterText.Of(text, isMended: false).All);

    /// <param name="name">What was found in the letter once it was mended.</param>
    /// <returns>The same as it is written; null where it does not stand there.</returns>
    public string? Name(string? name)
    {
        if (name is null || _flat.Contains(Flat(name), StringComparison.Ordinal))
            return name;
        // Mending changes letters, most of the time not their number: the place is found by the mended text.
        var at = ScanErrors.Mend(_flat).IndexOf(Flat(name), StringComparison.Ordinal);
        if (at < 0)
            return null;
        for (var from = Math.Max(0, at - Slack); from <= Math.Min(at + Slack, _flat.Length); from++)
        {
            for (var length = name.Length; length <= Math.Min(name.Length + Slack, _flat.Length - from); length++)
            {
                if (ScanErrors.Mend(_flat.Substring(from, length)) == Flat(name))
                    return _flat.Substring(from, length);
            }
        }

        return null;
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
