namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary><c>PUT /collections/{name}/index</c>.</summary>
internal sealed record CreateIndex(string FieldName, string FieldSchema);
