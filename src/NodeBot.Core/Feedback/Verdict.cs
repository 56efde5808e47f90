namespace NodeBot.Core.Feedback;

/// <summary>What a member says of an answer.</summary>
public enum Verdict
{
    Helpful,
    Unhelpful,

    /// <summary>Wrong for the member's country.</summary>
    Country,
}
