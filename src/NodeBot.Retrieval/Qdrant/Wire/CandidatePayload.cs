namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>What is read of each candidate.</summary>
internal sealed record CandidatePayload
{
    public string Id { get; set; } = "";

    public string Hash { get; set; } = "";
}
