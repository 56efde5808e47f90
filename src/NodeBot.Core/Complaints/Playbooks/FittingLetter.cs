namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>A letter that fits.</summary>
/// <param name="Id">Id of the letter template.</param>
/// <param name="When">Fits when all hold.</param>
public sealed record FittingLetter(string Id, IReadOnlyList<PlaybookCondition> When);
