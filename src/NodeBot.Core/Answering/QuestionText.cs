using System.Text;

namespace NodeBot.Core.Answering;

/// <summary>A question that may be asked: not empty, not too long, without control characters.</summary>
public sealed record QuestionText
{
    /// <summary>Longest question, in UTF-16 code units.</summary>
    public const int MaxLength = 1000;

    private QuestionText(string value) => Value = value;

    public string Value { get; }

    /// <param name="text">What a person typed.</param>
    /// <param name="question">The question, trimmed, line breaks and tabs turned into spaces; null when there is a problem.</param>
    /// <returns>What is wrong and how to mend it, or null when all is well.</returns>
    public static string? Read(string? text, out QuestionText? question)
    {
        question = null;
        if (string.IsNullOrWhiteSpace(text))
            return "The question is empty. Type a question, such as \"What do I do about a cease and desist letter?\".";
        if (text.Length > MaxLength)
            return $"The question has {text.Length} characters; at most {MaxLength} are read. Ask about the part that matters most.";

        var clean = text.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        if (clean.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Rune.IsControl(rune)))
            return "The question holds control characters or broken text. Type it again as plain text.";
        question = new QuestionText(clean.Normalize());
        return null;
    }
}
