namespace NodeBot.Core.Letters;

/// <summary>Something that a letter needs to know.</summary>
/// <param name="Name">Lower-case letters and '_'.</param>
/// <param name="Type">What it takes.</param>
/// <param name="IsRequired">Whether the letter cannot do without it.</param>
/// <param name="MaxLength">Longest value, in characters.</param>
public sealed record LetterField(string Name, LetterFieldType Type, bool IsRequired, int MaxLength)
{
    /// <summary>What a recognised letter or a case calls the value, such as <c>references</c>; null for none.</summary>
    public string? Fills { get; init; }

    public required string Example { get; init; }

    /// <summary>By language, at most 45 characters (Discord's limit).</summary>
    public required IReadOnlyDictionary<string, string> Label { get; init; }

    /// <summary>Why it is asked, by language, at most 100 characters.</summary>
    public required IReadOnlyDictionary<string, string> Why { get; init; }

    /// <summary>Value and label by language; empty unless it is a choice.</summary>
    public IReadOnlyList<LetterChoice> Choices { get; init; } = [];
}
