using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Answering;

/// <summary>A note on the wire: what holds now, up to when that can be vouched for, how sure it is (<c>high</c>, <c>medium</c>, <c>low</c>), and where from.</summary>
public sealed record NoteDocument(string Text, string AsOf, string Confidence, IReadOnlyList<SourceReference> Sources);
