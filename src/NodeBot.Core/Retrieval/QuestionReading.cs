namespace NodeBot.Core.Retrieval;

/// <summary>What was understood of a question besides its topic.</summary>
/// <param name="Language">ISO 639-1, guessed; English where nothing speaks for another.</param>
/// <param name="Countries">ISO 3166-1 codes of the countries that it names.</param>
/// <param name="AsksForLaw">Whether it uses a word for law, statute or the like.</param>
/// <param name="NearestNeighbourTopic">Topic of the nearest question that the knowledge does not answer; null when none is near.</param>
public sealed record QuestionReading(string Language, IReadOnlyList<string> Countries, bool AsksForLaw, string? NearestNeighbourTopic);
