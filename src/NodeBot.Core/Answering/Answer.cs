using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Answering;

/// <summary>What the bot says to a question.</summary>
/// <param name="Kind">How it was made.</param>
/// <param name="Text">Plain text for a reader who sees nothing else; quotes carry [1], [2], … for the citations.</param>
/// <param name="Citations">Best first; empty when declined.</param>
/// <param name="Notes">What is out of date in the quoted passages, and what holds now.</param>
/// <param name="Related">Two or three questions that the knowledge answers.</param>
/// <param name="TouchesLaw">Whether the disclaimer belongs below.</param>
public sealed record Answer(
    AnswerKind Kind,
    string Text,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<Passage> Notes,
    IReadOnlyList<string> Related,
    bool TouchesLaw)
{
    /// <summary>Shown once below an answer that touches law.</summary>
    public const string Disclaimer = "General information, not legal advice.";
}
