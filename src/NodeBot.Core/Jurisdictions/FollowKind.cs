namespace NodeBot.Core.Jurisdictions;

/// <summary>What is posted into a channel, and when.</summary>
public enum FollowKind
{
    /// <summary>What has changed, when it has.</summary>
    Changes,

    /// <summary>The summary, each week.</summary>
    Week,

    /// <summary>The summary, each month.</summary>
    Month,
}
