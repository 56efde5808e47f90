namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>POST /collections/{name}/points</c>. Ids that are not there are absent from the answer.</summary>
internal sealed record RetrievePoints(IReadOnlyList<Guid> Ids, IReadOnlyList<string> WithPayload);
