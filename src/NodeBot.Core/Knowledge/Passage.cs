using System.Text.Json.Serialization;

namespace NodeBot.Core.Knowledge;

/// <summary>The smallest thing that can be cited.</summary>
public sealed record Passage
{
    /// <summary>Stable, lower-case, survives edits elsewhere: <c>guide/cease-and-desist/proof-of-rights</c>.</summary>
    public required string Id { get; init; }

    public required PassageSource Source { get; init; }

    public required string Title { get; init; }

    /// <summary>The heading that the passage stands under, verbatim.</summary>
    public required string Section { get; init; }

    /// <summary>The text, verbatim; paragraphs are separated by a blank line.</summary>
    public required string Text { get; init; }

    /// <summary>ISO 639-1 code of <see cref="Text"/>.</summary>
    public required string Language { get; init; }

    /// <summary>Up to when the text can be vouched for: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public required string AsOf { get; init; }

    /// <summary>Where the text comes from; at least one.</summary>
    public required IReadOnlyList<SourceReference> Sources { get; init; }

    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>Ids of the passages that a note is about; empty for everything else.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Words of the annotated passage that a note concerns: it is shown where they are quoted. Null for the whole passage.</summary>
    public string? Concerns { get; init; }

    /// <summary>The community that alone may see the passage; null for everyone.</summary>
    public string? Community { get; init; }

    /// <summary>ISO 3166-1 code of the one country that the passage speaks of; null when it speaks of none or many.</summary>
    public string? Country { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Whether an answer that quotes this passage touches law and so ends with the disclaimer.</summary>
    public bool TouchesLaw { get; init; }

    /// <summary>Path of the passage's page on NodeBot's web site, starting with a slash.</summary>
    [JsonIgnore]
    public string Path => "/passages/" + Id;
}
