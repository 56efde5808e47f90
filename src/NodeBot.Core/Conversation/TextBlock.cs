namespace NodeBot.Core.Conversation;

/// <summary>Plain text of the bot's own; no markup.</summary>
public sealed record TextBlock(string Text) : Block;
