using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Letters;

/// <summary>A clause of a letter that was written.</summary>
/// <param name="Id">Of the clause.</param>
/// <param name="Text">Plain text; paragraphs are parted by blank lines.</param>
/// <param name="RestsOn">The passages behind its claims about law; empty when it makes none.</param>
public sealed record WrittenClause(string Id, string Text, IReadOnlyList<Passage> RestsOn)
{
    /// <summary>Whether the research behind a claim is not sure: the reader is to check it.</summary>
    public bool IsUnsure => RestsOn.Any(passage => passage.Confidence == Confidence.Low);
}
