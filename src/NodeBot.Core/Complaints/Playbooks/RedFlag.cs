namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>When to stop and call a lawyer.</summary>
/// <param name="Id">Lower-case letters, digits and <c>_</c>.</param>
/// <param name="When">Raised when all hold.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">What to do.</param>
public sealed record RedFlag(string Id, IReadOnlyList<PlaybookCondition> When, string Title, string Text);
