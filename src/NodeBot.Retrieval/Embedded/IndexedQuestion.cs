namespace NodeBot.Retrieval.Embedded;

/// <summary>An anticipated or neighbouring question and what it belongs to.</summary>
/// <param name="Text">The question.</param>
/// <param name="Language">ISO 639-1, or null to guess.</param>
/// <param name="Passage">Place of the passage that answers it, or <see cref="Neighbour"/>.</param>
/// <param name="Fact">Place of the fact within that passage, or -1 for a question of one of its notes; place of the topic for a neighbouring question.</param>
internal sealed record IndexedQuestion(string Text, string? Language, int Passage, int Fact)
{
    /// <summary>Passage of a question that the knowledge does not answer.</summary>
    public const int Neighbour = -1;
}
