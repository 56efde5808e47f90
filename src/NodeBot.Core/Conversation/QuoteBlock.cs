namespace NodeBot.Core.Conversation;

/// <summary>Words of a passage, verbatim, and where they stand.</summary>
/// <param name="Number">As in the text's [1]; 0 when unnumbered.</param>
/// <param name="Text">The quote.</param>
/// <param name="Source">Kind of source, to show: "Guide".</param>
/// <param name="Title">The passage's title.</param>
/// <param name="Section">Heading that it stands under.</param>
/// <param name="AsOf">Up to when it can be vouched for.</param>
/// <param name="Path">The passage's page on NodeBot's web site, starting with a slash.</param>
/// <param name="Leads">Whether to show it in full; else it is one of the "see also".</param>
public sealed record QuoteBlock(int Number, string Text, string Source, string Title, string Section, string AsOf, string Path, bool Leads) : Block;
