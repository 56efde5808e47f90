namespace NodeBot.Retrieval.Qdrant.Wire;

/// <summary>A point that a query found. Set by property: with a constructor each number would be boxed, for each of many points.</summary>
internal sealed record Candidate
{
    public Guid Id { get; set; }

    public CandidatePayload? Payload { get; set; }
}
