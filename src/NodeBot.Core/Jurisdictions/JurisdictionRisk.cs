namespace NodeBot.Core.Jurisdictions;

/// <summary>How much a country's rules can touch a person who runs an exit there.</summary>
public enum JurisdictionRisk
{
    /// <summary>The usual letters.</summary>
    Normal,

    /// <summary>Extra duties, or orders that can reach a node.</summary>
    Elevated,

    /// <summary>We advise against an exit there.</summary>
    Restricted,
}
