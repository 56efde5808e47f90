namespace NodeBot.Core.Conversation;

/// <summary>A line of the bot's own, followed by channels, roles or members, which the surface names as its platform does.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Places">What follows it.</param>
public sealed record PlacesBlock(string Text, IReadOnlyList<Place> Places) : Block;
