namespace NodeBot.Core.Jurisdictions;

/// <summary>What became of a report.</summary>
public enum ReportState
{
    /// <summary>Nobody has looked at it yet.</summary>
    Open,

    /// <summary>It is right, and was passed on to those who keep the knowledge.</summary>
    Accepted,

    /// <summary>It is not right, or nothing can be done with it.</summary>
    Rejected,
}
