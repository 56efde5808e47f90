namespace NodeBot.Core.Conversation;

/// <summary>A channel, a role or a member of a community.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Id">The platform's id.</param>
public sealed record Place(PlaceKind Kind, string Id);
