namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>Something to do, one line of the checklist.</summary>
/// <param name="Text">What.</param>
/// <param name="When">Applies when all hold.</param>
public sealed record PlaybookStep(string Text, IReadOnlyList<PlaybookCondition> When)
{
    /// <summary>Whether it stands in every playbook.</summary>
    public bool IsShared { get; init; }
}
