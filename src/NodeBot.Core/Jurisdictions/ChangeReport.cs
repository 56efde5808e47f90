namespace NodeBot.Core.Jurisdictions;

/// <summary>What a member says has changed in a country. Who said it is not kept.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Community">Where it was said.</param>
/// <param name="Country">Code of the country.</param>
/// <param name="Text">Redacted.</param>
/// <param name="At">When.</param>
/// <param name="State">What became of it.</param>
public sealed record ChangeReport(long Id, string Community, string Country, string Text, DateTimeOffset At, ReportState State);
