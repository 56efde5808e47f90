namespace NodeBot.Retrieval.Fitting;

/// <summary>What cross-validation measured: each question by a model that had not seen it. All shares are between 0 and 1.</summary>
/// <param name="Answerable">Answerable questions.</param>
/// <param name="Unanswerable">Unanswerable ones.</param>
/// <param name="First">Share of answerable questions whose best passage holds the evidence.</param>
/// <param name="FirstThree">The same for the best three.</param>
/// <param name="Auc">How well the evidence check tells the two kinds apart: the area under its ROC curve.</param>
/// <param name="FalseDeclines">Share of answerable questions below the threshold.</param>
/// <param name="Declined">Share of unanswerable questions below the threshold.</param>
/// <param name="Threshold">The threshold.</param>
internal sealed record FitReport(int Answerable, int Unanswerable, double First, double FirstThree, double Auc, double FalseDeclines, double Declined, double Threshold);
