namespace NodeBot.Core.Complaints.Reading;

/// <summary>A kind of complaint that a letter may be.</summary>
/// <param name="Kind">Name of a playbook.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record KindGuess(string Kind, double Confidence);
