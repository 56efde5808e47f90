using NodeBot.Core.Retrieval;

namespace NodeBot.Retrieval.Embedded;

/// <summary>A question made ready for search.</summary>
/// <param name="Terms">Its terms, typos corrected.</param>
/// <param name="Reading">What was understood of it.</param>
/// <param name="Vector">Its unit vector; empty without an embedder.</param>
internal sealed record Question(IReadOnlyList<string> Terms, ReadOnlyMemory<float> Vector, QuestionReading Reading);
