namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>One answer to choose.</summary>
/// <param name="Value">Lower-case letters and <c>_</c>.</param>
/// <param name="Label">At most 60 characters.</param>
public sealed record PlaybookChoice(string Value, string Label);
