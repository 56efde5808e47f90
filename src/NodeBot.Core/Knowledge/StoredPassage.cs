namespace NodeBot.Core.Knowledge;

/// <summary>The present state of a passage in the database.</summary>
/// <param name="Id">The passage's id.</param>
/// <param name="Version">Sequence number of its last change; higher is newer, across all passages.</param>
/// <param name="Passage">The passage; null once it was removed.</param>
public sealed record StoredPassage(string Id, long Version, Passage? Passage);
