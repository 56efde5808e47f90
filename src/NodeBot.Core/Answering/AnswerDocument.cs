using System.Text.Json;

namespace NodeBot.Core.Answering;

/// <summary>An answer as <c>POST /api/ask</c> and <c>nodebot ask --json</c> give it.</summary>
/// <param name="Kind"><c>quoted</c>, <c>composed</c> or <c>declined</c>.</param>
/// <param name="Text">Plain text; [1], [2], … stand for the citations.</param>
/// <param name="Citations">Best first; empty when declined.</param>
/// <param name="Notes">What is out of date in the quoted passages.</param>
/// <param name="Related">Questions that can be asked next.</param>
/// <param name="ElapsedMs">Time from question to answer, in milliseconds.</param>
public sealed record AnswerDocument(
    string Kind,
    string Text,
    IReadOnlyList<CitationDocument> Citations,
    IReadOnlyList<NoteDocument> Notes,
    IReadOnlyList<string> Related,
    double ElapsedMs)
{
    /// <param name="answer">The answer.</param>
    /// <param name="publicUrl">Where NodeBot's web pages are, such as <c>http://localhost:5080</c>.</param>
    /// <param name="elapsed">Time from question to answer.</param>
    public static AnswerDocument From(Answer answer, Uri publicUrl, TimeSpan elapsed) => new(
        JsonNamingPolicy.CamelCase.ConvertName(answer.Kind.ToString()),
        answer.Text,
        [.. answer.Citations.Select(citation => CitationDocument.From(citation, publicUrl))],
        [.. answer.Notes.Select(note => new NoteDocument(note.Text, note.AsOf, note.Confidence.ToString().ToLowerInvariant(), note.Sources))],
        answer.Related,
        Math.Round(elapsed.TotalMilliseconds, 2));

    public string ToJson() => JsonSerializer.Serialize(this, AnswerJson.Default.AnswerDocument);
}
