namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>Something that the member is asked.</summary>
/// <param name="Id">Lower-case letters and <c>_</c>; one and the same in all playbooks when shared.</param>
/// <param name="Text">At most 200 characters.</param>
/// <param name="Why">Why it is asked, at most 200 characters.</param>
/// <param name="Kind">What it takes.</param>
public sealed record PlaybookQuestion(string Id, string Text, string Why, QuestionKind Kind)
{
    /// <summary>What a recognised letter calls the answer, such as <c>deadline</c>; null for none.</summary>
    public string? Fills { get; init; }

    /// <summary>For <see cref="QuestionKind.Choice"/>: two to six.</summary>
    public IReadOnlyList<PlaybookChoice> Choices { get; init; } = [];

    /// <summary>Asked only when all hold.</summary>
    public IReadOnlyList<PlaybookCondition> When { get; init; } = [];
}
