namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>What a question takes.</summary>
public enum QuestionKind
{
    Choice,
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Money, with its currency.</summary>
    Amount,

    /// <summary>An IP address.</summary>
    Ip,

    /// <summary>A country, kept as its ISO 3166-1 code.</summary>
    Country,
}
