namespace NodeBot.Retrieval.Embedded;

/// <summary>An anticipated or neighbouring question and what it asks for.</summary>
/// <param name="Text">The question.</param>
/// <param name="Language">ISO 639-1, or null to guess.</param>
/// <param name="Place">Of an anticipated question the place of the fact within its passage, or <see cref="WholeText"/>; of a neighbouring one the place of its topic.</param>
internal sealed record IndexedQuestion(string Text, string? Language, int Place)
{
    /// <summary>Place of a question that asks for no one fact: one of a note, or of a passage without facts.</summary>
    public const int WholeText = -1;
}
