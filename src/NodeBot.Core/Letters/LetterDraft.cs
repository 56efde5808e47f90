using System.Collections.Immutable;

namespace NodeBot.Core.Letters;

/// <summary>A letter in progress.</summary>
public sealed record LetterDraft
{
    /// <summary>Eight of the letters A to Z and the digits 2 to 7.</summary>
    public required string Id { get; init; }

    public required string Template { get; init; }

    /// <summary>ISO 639-1 code of the letter's language.</summary>
    public required string Language { get; init; }

    /// <summary>Value by field, as typed until it is checked.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The case that it answers; null for none.</summary>
    public string? Case { get; init; }
}
