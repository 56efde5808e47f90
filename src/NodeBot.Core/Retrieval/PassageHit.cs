using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Retrieval;

/// <summary>A passage that was found.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">Fused score, a logit: differences between hits of one search are meaningful, values across searches less so.</param>
/// <param name="Signals">What the score was made of.</param>
/// <param name="FactScores">For each of the passage's facts, how well its best question matches, 0 to 1.</param>
public sealed record PassageHit(Passage Passage, double Score, PassageSignals Signals, IReadOnlyList<float> FactScores);
