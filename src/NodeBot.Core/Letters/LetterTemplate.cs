namespace NodeBot.Core.Letters;

/// <summary>A letter that can be drafted, as data of <c>knowledge/letters/*.yaml</c>.</summary>
public sealed record LetterTemplate
{
    /// <summary>ISO 639-1 codes of the languages of every letter, English first.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "de", "nl", "fr"];

    /// <summary>Lower-case words joined by '-', such as <c>reply-law-firm</c>.</summary>
    public required string Id { get; init; }

    /// <summary>By language, at most 60 characters.</summary>
    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>By language: one line.</summary>
    public required IReadOnlyDictionary<string, string> Description { get; init; }

    /// <summary>Whether it becomes a web page rather than a letter.</summary>
    public required bool IsPage { get; init; }

    /// <summary>Section of the guide that it follows, 1 to 6.</summary>
    public required int GuideSection { get; init; }

    /// <summary>ISO 3166-1 codes, <c>EU</c> for all of the Union; empty for anywhere.</summary>
    public required IReadOnlyList<string> Jurisdictions { get; init; }

    /// <summary>When to use it, by language.</summary>
    public required IReadOnlyDictionary<string, string> UseWhen { get; init; }

    /// <summary>When not to use it, by language.</summary>
    public required IReadOnlyDictionary<string, string> NotWhen { get; init; }

    /// <summary>Liquid, by language; one line.</summary>
    public required IReadOnlyDictionary<string, string> Subject { get; init; }

    public required IReadOnlyList<LetterField> Fields { get; init; }

    public required IReadOnlyList<LetterClause> Clauses { get; init; }

    /// <returns>The title in a language; in English where there is none.</returns>
    public string TitleIn(string language) => Title.GetValueOrDefault(language) ?? Title["en"];

    /// <returns>The language of the letter nearest to a person's own.</returns>
    public static string LanguageFor(string language) => Languages.Contains(language) ? language : "en";
}
