namespace NodeBot.Core.Knowledge;

/// <summary>How sure the research behind a fact is. <see cref="Low"/> must be shown as "check this".</summary>
public enum Confidence
{
    High,
    Medium,
    Low,
}
