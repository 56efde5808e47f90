namespace NodeBot.Core.Conversation;

/// <summary>A short line above what follows.</summary>
public sealed record HeadingBlock(string Text) : Block;
