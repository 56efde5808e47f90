using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Answering;

/// <summary>What is quoted from a passage.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Quote">Sentences of it, verbatim; left-out sentences between them are marked by " […] ".</param>
/// <param name="Leads">Whether the answer's text shows the quote; the others are offered as "see also".</param>
public sealed record Citation(Passage Passage, string Quote, bool Leads)
{
    /// <summary>Whether the quote leaves out part of the passage.</summary>
    public bool IsPart => Quote.Length < Passage.Text.Length;
}
