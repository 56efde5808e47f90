namespace NodeBot.Core.Complaints.Reading;

/// <summary>A date in a text.</summary>
/// <param name="Day">The day.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Length">How long it is.</param>
internal sealed record FoundDate(DateOnly Day, int At, int Length);
