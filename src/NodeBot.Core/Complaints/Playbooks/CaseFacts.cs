namespace NodeBot.Core.Complaints.Playbooks;

/// <summary>Names of what the program works out of the answers and of what it read in the letter.</summary>
public static class CaseFacts
{
    public const string DeadlineWithin48Hours = "deadline_within_48h";
    public const string DeadlinePassed = "deadline_passed";

    /// <summary>The sender writes from another country than the member's.</summary>
    public const string ForeignSender = "foreign_sender";

    /// <summary>The node was a relay: its address cannot have been the exit's.</summary>
    public const string RelayNotExit = "relay_not_exit";
    public const string DidNotRun = "did_not_run";
    public const string MentionsCourt = "mentions_court";
    public const string MentionsPolice = "mentions_police";
    public const string WantsSignature = "wants_signature";
    public const string WantsPayment = "wants_payment";

    /// <summary>The member's country restricts exits.</summary>
    public const string RestrictedCountry = "restricted_country";

    /// <summary>The Digital Services Act applies in the member's country.</summary>
    public const string Eu = "eu";

    public static readonly IReadOnlyList<string> All =
    [
        DeadlineWithin48Hours, DeadlinePassed, ForeignSender, RelayNotExit, DidNotRun, MentionsCourt, MentionsPolice, WantsSignature, WantsPayment, RestrictedCountry, Eu,
    ];
}
