namespace NodeBot.Core.Jurisdictions;

/// <summary>The rule on which a conduit rests today.</summary>
/// <param name="Statute">The statute's name.</param>
/// <param name="Article">Which of its articles.</param>
/// <param name="InForceSince">A date or dates, as text; null where not known.</param>
/// <param name="Replaces">What it took the place of; null for nothing or not known.</param>
public sealed record JurisdictionRule(string Statute, string Article, string? InForceSince, string? Replaces);
