using NodeBot.Core.Retrieval;

namespace NodeBot.Retrieval.Embedded;

/// <summary>Calibrations for questions with a vector and for those without: an embedder may fail at any question.</summary>
internal sealed record CalibrationPair(Calibration Lexical, Calibration Dense);
