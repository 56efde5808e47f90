namespace NodeBot.Core.Answering;

/// <summary>A citation on the wire.</summary>
/// <param name="PassageId">Stable id.</param>
/// <param name="Source">Kind of source, such as <c>guide</c>.</param>
/// <param name="Title">The passage's title.</param>
/// <param name="Section">The heading it stands under, verbatim.</param>
/// <param name="Quote">Sentences of the passage, verbatim.</param>
/// <param name="Url">Absolute address of the passage's page.</param>
/// <param name="AsOf">Up to when the text can be vouched for.</param>
public sealed record CitationDocument(string PassageId, string Source, string Title, string Section, string Quote, string Url, string AsOf)
{
    public static CitationDocument From(Citation citation, Uri publicUrl) => new(
        citation.Passage.Id,
        citation.Passage.Source.ToString().ToLowerInvariant(),
        citation.Passage.Title,
        citation.Passage.Section,
        citation.Quote,
        new Uri(publicUrl, citation.Passage.Path).AbsoluteUri,
        citation.Passage.AsOf);
}
