using NodeBot.Core.Knowledge;
using NodeBot.Retrieval.Dense;

namespace NodeBot.Retrieval.Embedded;

/// <summary>All that is needed to score one passage against any question, by itself. Immutable.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Facts">For each of its questions (its notes' included) the place of the fact that it asks for, or -1.</param>
/// <param name="TextCount">How many texts it has: its own and those of its notes.</param>
/// <param name="Words">BM25 weight of each of its terms, without idf; terms are numbers (<see cref="Sparse.TermHash"/>).</param>
/// <param name="QuestionWords">For each term of its questions, the questions that hold it with its TF-IDF weight.</param>
/// <param name="Vectors">Unit vectors: of its texts, then of its questions. Null without an embedder.</param>
/// <param name="Probe">Tells its questions from all others; null for a passage with few questions.</param>
internal sealed record ScoreCard(
    Passage Passage,
    int[] Facts,
    int TextCount,
    IReadOnlyDictionary<uint, float> Words,
    IReadOnlyDictionary<uint, (int Question, float Weight)[]> QuestionWords,
    VectorTable? Vectors,
    LinearProbe? Probe);
