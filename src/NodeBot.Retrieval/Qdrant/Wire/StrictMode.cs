namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>What the server refuses to do for anybody.</summary>
internal sealed record StrictMode(bool Enabled, bool UnindexedFilteringRetrieve, bool UnindexedFilteringUpdate, int MaxQueryLimit, int UpsertMaxBatchsize);
