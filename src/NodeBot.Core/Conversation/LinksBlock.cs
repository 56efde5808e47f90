using NodeBot.Core.Knowledge;

namespace NodeBot.Core.Conversation;

/// <summary>A line of the bot's own, followed by names with their addresses: sources, links to look at.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Links">What follows it.</param>
public sealed record LinksBlock(string Text, IReadOnlyList<SourceReference> Links) : Block;
