namespace NodeBot.Core.Tests.Complaints.Reading;

/// <summary>What is to be recognised in a sample letter.</summary>
internal sealed record SampleLetter(
    string Language,
    DateOnly Received,
    string? Kind,
    DateOnly? Deadline,
    string? Amount,
    string? Country,
    string? Ip,
    int? Port,
    string? IncidentAt,
    string? Claimant,
    string? Sender,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Demands,
    IReadOnlyList<string> RedFlags);
