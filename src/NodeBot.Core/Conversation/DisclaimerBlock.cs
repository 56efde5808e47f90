namespace NodeBot.Core.Conversation;

/// <summary>"General information, not legal advice.", once below what touches law.</summary>
public sealed record DisclaimerBlock : Block;
