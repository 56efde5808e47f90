namespace NodeBot.Core.Letters;

/// <summary>A letter that was written.</summary>
/// <param name="Template">Of which template.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Subject">One line.</param>
/// <param name="Clauses">In order; those without words for these values are left out.</param>
public sealed record Letter(LetterTemplate Template, string Language, string Subject, IReadOnlyList<WrittenClause> Clauses)
{
    /// <summary>The whole as plain text: the subject, then the clauses, parted by blank lines.</summary>
    public string Text => Subject + "\n\n" + string.Join("\n\n", Clauses.Select(clause => clause.Text)) + "\n";
}
