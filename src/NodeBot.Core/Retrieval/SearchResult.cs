namespace NodeBot.Core.Retrieval;

/// <summary>What an index found.</summary>
/// <param name="Hits">Best first, ties broken by id.</param>
/// <param name="Reading">What was understood of the question.</param>
/// <param name="Evidence">How much speaks for the knowledge holding an answer at all.</param>
/// <param name="AnswerProbability">The evidence check's estimate, from 0 to 1, that it does.</param>
/// <param name="Threshold">The probability from which on an answer is given; it belongs to the calibration in use.</param>
public sealed record SearchResult(
    IReadOnlyList<PassageHit> Hits,
    QuestionReading Reading,
    EvidenceSignals Evidence,
    double AnswerProbability,
    double Threshold);
