using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Organisations;

/// <summary>Who can help those who run exits.</summary>
/// <param name="Id">Lower-case words joined by '-'.</param>
/// <param name="Name">As it calls itself.</param>
/// <param name="Country">ISO 3166-1 alpha-2, <c>EU</c>, or <c>INT</c> for everywhere.</param>
/// <param name="Kind">What kind of organisation.</param>
/// <param name="HelpsWith">What for.</param>
/// <param name="Source">Where that stands.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="AsOf">Up to when it can be vouched for.</param>
public sealed record Organisation(string Id, string Name, string Country, string Kind, string HelpsWith, SourceReference Source, Confidence Confidence, string AsOf)
{
    /// <summary>Organisations that help whatever the country.</summary>
    public const string Everywhere = "INT";

    public string? Url { get; init; }

    /// <summary>What not to ask it for.</summary>
    public string? NotFor { get; init; }

    public string? Contact { get; init; }

    /// <summary>Id of the passage that cites it.</summary>
    public string PassageId => "organisation/" + Id;
}
