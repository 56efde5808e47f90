namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>From how many kilobytes of vectors a segment gets a graph.</summary>
internal sealed record OptimizersConfig(int IndexingThreshold, int DefaultSegmentNumber);
